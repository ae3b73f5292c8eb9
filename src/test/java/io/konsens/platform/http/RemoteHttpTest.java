package io.konsens.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.konsens.testing.UnsafeServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/** What is said to no server, and how long none is waited for. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RemoteHttpTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void aServerThatTakesNoConnectionIsNotWaitedFor() throws Exception {
        try (UnsafeServer full = UnsafeServer.full()) {
            assertThatThrownBy(() -> call(full, SHORT, LONG)).isInstanceOf(HttpConnectTimeoutException.class);
        }
    }

    @Test
    void aServerThatTakesAConnectionAndSaysNothingIsNotWaitedFor() throws Exception {
        try (UnsafeServer silent = UnsafeServer.silent()) {
            assertThatThrownBy(() -> call(silent, SHORT, LONG)).isInstanceOf(HttpTimeoutException.class);
            assertThatThrownBy(() -> call(silent, LONG, SHORT)).isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aServerNobodyVouchesForIsToldNothing() throws Exception {
        try (UnsafeServer selfSigned = UnsafeServer.selfSigned()) {
            assertThatThrownBy(() -> call(selfSigned, LONG, LONG)).isInstanceOf(SSLHandshakeException.class);
            assertThat(selfSigned.requests()).isZero();
        }
    }

    private static void call(UnsafeServer server, Duration connect, Duration read) throws IOException {
        URI url = URI.create(server.url());
        HttpLimits limits = new HttpLimits(connect, read, DataSize.ofKilobytes(1));
        new RemoteCalls(RemoteHttp.client(url, limits).build(), null)
                .exchange(HttpMethod.GET, url, headers -> {}, null);
    }
}
