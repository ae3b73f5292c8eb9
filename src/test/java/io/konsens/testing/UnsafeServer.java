package io.konsens.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A server nobody should wait for for long, or say anything to at all. */
public final class UnsafeServer implements AutoCloseable {

    private static final int NO_MORE_PLACES_MS = 500;

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final String url;
    private int requests;

    private UnsafeServer(String scheme, int port, AutoCloseable... parts) {
        this.url = scheme + "://localhost:" + port;
        this.parts.addAll(List.of(parts));
    }

    /** Takes no connection: whoever wants one waits, since others wait already. */
    public static UnsafeServer full() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        UnsafeServer full = new UnsafeServer("http", server.getLocalPort(), server);
        while (true) {
            Socket waiting = new Socket();
            full.parts.add(waiting);
            try {
                waiting.connect(server.getLocalSocketAddress(), NO_MORE_PLACES_MS);
            } catch (SocketTimeoutException e) {
                return full;
            }
        }
    }

    /** Takes every connection and says nothing, not even who it is. */
    public static UnsafeServer silent() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new UnsafeServer("https", server.getLocalPort(), server);
    }

    /** Answers everything, under a certificate it has made for itself. */
    public static UnsafeServer selfSigned() {
        WireMockServer server = new WireMockServer(options().httpDisabled(true).dynamicHttpsPort());
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok("{}")));
        UnsafeServer selfSigned = new UnsafeServer("https", server.httpsPort(), server::stop);
        server.addMockServiceRequestListener((request, response) -> selfSigned.requests++);
        return selfSigned;
    }

    public String url() {
        return url;
    }

    /** How many requests it has read. */
    public int requests() {
        return requests;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }
}
