package io.konsens.handover.erp;

import io.konsens.platform.http.RemoteCalls.Answer;
import io.konsens.platform.odata.ODataClient;
import io.konsens.platform.odata.ODataQuery;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Writes as SAP wants it: with a token, fetched by reading, and the cookies of the session it belongs to. */
class CsrfSession {

    private static final String TOKEN = "X-CSRF-Token";

    private final ODataClient service;
    private final URI root;
    private volatile @Nullable Session session;

    CsrfSession(ODataClient service, URI root) {
        this.service = service;
        this.root = root;
    }

    /** @param token null if the service gives none: then it wants none */
    private record Session(@Nullable String token, String cookies) {

        void join(HttpHeaders headers) {
            if (token != null) {
                headers.set(TOKEN, token);
            }
            if (!cookies.isEmpty()) {
                headers.set(HttpHeaders.COOKIE, cookies);
            }
        }
    }

    /**
     * Sends a request, once more if the session has ended.
     *
     * @throws IOException as {@link ODataClient#exchange}; also if there is no session to be had
     */
    Answer exchange(HttpMethod method, URI uri, Object body) throws IOException {
        Session known = session;
        Answer answer = exchange(known == null ? fetch() : known, method, uri, body);
        boolean required = "Required".equalsIgnoreCase(answer.headers().getFirst(TOKEN));
        return answer.status() == HttpStatus.FORBIDDEN.value() && required
                ? exchange(fetch(), method, uri, body)
                : answer;
    }

    private Answer exchange(Session with, HttpMethod method, URI uri, Object body) throws IOException {
        return service.exchange(method, uri, with::join, body);
    }

    private Session fetch() throws IOException {
        Answer answer = service.exchange(
                HttpMethod.GET, ODataQuery.uri(root, ""), headers -> headers.set(TOKEN, "Fetch"), null);
        if (!answer.isSuccess()) {
            throw ODataClient.refused(answer);
        }
        String cookies = answer.headers().getOrDefault(HttpHeaders.SET_COOKIE, List.of()).stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        Session fetched = new Session(answer.headers().getFirst(TOKEN), cookies);
        session = fetched;
        return fetched;
    }
}
