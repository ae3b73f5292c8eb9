package io.konsens.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody who comes to one of the doors over HTTP: with a password in every request, or with a session as browsers do. */
public final class Visitor {

    private static final String CSRF_COOKIE = "XSRF-TOKEN";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Visitor(int port) {
        this.address = "http://localhost:" + port;
        headers.put("Accept-Language", "en");
    }

    public static Visitor unknown(int port) {
        return new Visitor(port);
    }

    /** As programs come: HTTP Basic. */
    public static Visitor program(int port, String user) {
        return program(port, user, SalesTeam.PASSWORD);
    }

    public static Visitor program(int port, String user, String password) {
        String credentials = user + ":" + password;
        return new Visitor(port)
                .with(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** As people come: through our login page. */
    public static Visitor person(int port, String user) {
        Visitor visitor = new Visitor(port);
        visitor.logIn(user, SalesTeam.PASSWORD, "/");
        return visitor;
    }

    /** Opens our login page and sends it off. */
    public Answer logIn(String user, String password, String next) {
        get("/login");
        Answer answer = withCsrfToken().form("/login", Map.of("username", user, "password", password, "next", next));
        withCsrfToken();
        return answer;
    }

    /** As people come who begin in the task list: through the login of the engine's web application. */
    public static Visitor inTasklist(int port, String user) {
        Visitor visitor = new Visitor(port);
        visitor.get("/camunda/app/tasklist/default/");
        visitor.withCsrfToken()
                .form(
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        Map.of("username", user, "password", SalesTeam.PASSWORD));
        visitor.get("/camunda/api/engine/engine/default/filter");
        return visitor.withCsrfToken();
    }

    /** Sends this header from now on. */
    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Visitor without(String header) {
        headers.remove(header);
        return this;
    }

    /** Sends the token of the present session from now on, as the browser part of our pages and of the task list does. */
    public Visitor withCsrfToken() {
        cookie(CSRF_COOKIE).ifPresent(token -> with("X-XSRF-TOKEN", token));
        return this;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer send(String method, String path, String json) {
        return send(method, path, "application/json", BodyPublishers.ofString(json));
    }

    public Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    /** Deploys one file as process owners' tools do. */
    public Answer deploy(String path, String fileName, String content) {
        String body = """
                --limit\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                test\r
                --limit\r
                Content-Disposition: form-data; name="data"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                %s\r
                --limit--\r
                """.formatted(fileName, content);
        return send("POST", path, "multipart/form-data; boundary=limit", BodyPublishers.ofString(body));
    }

    /** A file, as it is. */
    public byte[] download(String path) {
        return send("GET", path, null, BodyPublishers.noBody(), BodyHandlers.ofByteArray())
                .body();
    }

    /** Sends a file as a form does. */
    public Answer upload(String path, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("""
                --limit\r
                Content-Disposition: form-data; name="file"; filename="file"\r
                Content-Type: application/octet-stream\r
                \r
                """.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                "POST", path, "multipart/form-data; boundary=limit", BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Answer send(String method, String path, String type, BodyPublisher body) {
        HttpResponse<String> response = send(method, path, type, body, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response.headers());
    }

    private <T> HttpResponse<T> send(
            String method, String path, String type, BodyPublisher body, HttpResponse.BodyHandler<T> as) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return http.send(request.build(), as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
