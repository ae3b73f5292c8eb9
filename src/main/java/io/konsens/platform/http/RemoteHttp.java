package io.konsens.platform.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Clients that give up in time, read no endless answer, follow no redirect, and check the certificate. */
public final class RemoteHttp {

    private RemoteHttp() {}

    /** @throws IllegalArgumentException if the address is not https; on this very machine http will do */
    public static RestClient.Builder client(URI base, HttpLimits limits) {
        if (!"https".equals(base.getScheme()) && !("http".equals(base.getScheme()) && isThisMachine(base))) {
            throw new IllegalArgumentException("Secrets and figures travel over https only, not to " + base);
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(limits.readTimeout());
        return RestClient.builder()
                .baseUrl(base)
                .requestFactory(factory)
                .requestInterceptor((request, body, execution) -> new BoundedResponse(
                        execution.execute(request, body), limits.maxResponse().toBytes()));
    }

    private static boolean isThisMachine(URI base) {
        try {
            return base.getHost() != null
                    && InetAddress.getByName(base.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
