package io.konsens.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.webjars.WebJarVersionLocator;

/**
 * Answers the grid's page in place of our server: its modules from the class path, and the API as a test wants it,
 * failures included that a real server can hardly be brought to.
 */
final class GridServer {

    static final String ADDRESS = "http://grid.test";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WebJarVersionLocator WEBJARS = new WebJarVersionLocator();
    private static final String PAGE = """
            <!doctype html><html lang="de"><head><meta charset="utf-8"><title>open</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"></head><body>
            <main><h1>Step</h1><div class="konsens-grid" data-mode="%s"></div>
            <div class="form-actions"><button type="button" class="btn-primary">Complete</button></div></main>
            <script type="module">
              import * as api from '/grid/api.js';
              import {guardCompletion} from '/grid/guard.js';
              import {mount} from '/grid/mount.js';
              const host = document.querySelector('.konsens-grid');
              guardCompletion(document, '.form-actions .btn-primary', () => host.konsensGrid);
              document.querySelector('.btn-primary').addEventListener('click', () => document.title = 'completed');
              await mount(host, () => api.agreement('A1'));
            </script></body></html>
            """;

    private final GridAgreement agreement;
    private final String mode;
    private final List<JsonNode> written = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    private boolean isDisconnected;

    /** An attempt that goes wrong. */
    enum Failure {
        /** Nobody answers. */
        UNREACHABLE,
        /** The change is made, but nobody hears of it. */
        ANSWER_LOST,
        /** The session is over. */
        LOGGED_OUT
    }

    GridServer(GridAgreement agreement, String mode) {
        this.agreement = agreement;
        this.mode = mode;
    }

    void serve(Page page) {
        page.route("**/*", this::answer);
    }

    /** The next attempts to write fail in these ways, in this order. */
    void failNext(Failure... next) {
        failures.addAll(List.of(next));
    }

    /** Nobody answers any more until the page is opened anew. */
    void disconnect() {
        isDisconnected = true;
    }

    /** What is written from now on reaches the server, which is slow to answer. */
    void holdAnswers() {
        holding = true;
    }

    void releaseAnswers() {
        holding = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    /** Every change that reached the server, in order. */
    List<JsonNode> written() {
        return written;
    }

    private void answer(Route route) {
        try {
            String path = URI.create(route.request().url()).getPath();
            if (path.equals("/")) {
                isDisconnected = false;
                route.fulfill(html(PAGE.formatted(mode)));
            } else if (path.startsWith("/api/v1/agreements/A1")) {
                api(route, path);
            } else if (path.startsWith("/webjars/")) {
                String[] parts = path.split("/", 4);
                file(route, WEBJARS.fullPath(parts[2], parts[3]));
            } else {
                file(route, "static" + path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void api(Route route, String path) throws IOException {
        Request request = route.request();
        if (isDisconnected) {
            route.abort();
            return;
        }
        if (path.endsWith("/guidance")) {
            // Nobody waits for what stands beside the figures, and nothing breaks without it.
            route.fulfill(json(503, JSON.createObjectNode()));
            return;
        }
        if (request.method().equals("GET")) {
            route.fulfill(json(200, path.endsWith("/news") ? news(request) : agreement.json()));
            return;
        }
        Failure failure = failures.isEmpty() ? null : failures.remove(0);
        if (failure == Failure.UNREACHABLE) {
            route.abort();
            return;
        }
        if (failure == Failure.LOGGED_OUT) {
            route.fulfill(json(403, JSON.createObjectNode().put("error", "Forbidden")));
            return;
        }
        GridAgreement.Answer answer = write(request, path);
        if (failure == Failure.ANSWER_LOST) {
            route.abort();
        } else if (holding) {
            held.add(() -> route.fulfill(json(answer.status(), answer.body())));
        } else {
            route.fulfill(json(answer.status(), answer.body()));
        }
    }

    private JsonNode news(Request request) {
        return agreement.news(Integer.parseInt(request.url().replaceFirst(".*after=", "")));
    }

    private GridAgreement.Answer write(Request request, String path) throws IOException {
        JsonNode body = JSON.readTree(request.postData());
        written.add(body);
        if (body.isArray()) {
            return agreement.change(body);
        }
        ObjectNode one = ((ObjectNode) body).put("lineId", path.substring(path.lastIndexOf('/') + 1));
        GridAgreement.Answer answer = agreement.change(JSON.createArrayNode().add(one));
        return answer.status() == 200
                ? new GridAgreement.Answer(200, answer.body().get(0))
                : answer;
    }

    private static void file(Route route, @Nullable String name) throws IOException {
        try (InputStream in =
                name == null ? null : GridServer.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                route.fulfill(new Route.FulfillOptions().setStatus(404));
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType(name.endsWith(".css") ? "text/css" : "text/javascript")
                        .setBodyBytes(in.readAllBytes()));
            }
        }
    }

    private static Route.FulfillOptions html(String content) {
        return new Route.FulfillOptions()
                .setContentType("text/html; charset=utf-8")
                .setBody(content);
    }

    private static Route.FulfillOptions json(int status, JsonNode content) {
        return new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(content.toString());
    }
}
