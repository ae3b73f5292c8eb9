package io.konsens.platform.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;

/**
 * How a program logs in: by HTTP Basic, or by OAuth 2 client credentials.
 *
 * @param user with a password, for HTTP Basic; empty for none
 * @param tokenUri with client id, secret and scope, for OAuth 2; null for none
 * @param scope empty if the server needs none
 */
public record RemoteLogin(
        String user, String password, @Nullable URI tokenUri, String clientId, String clientSecret, String scope) {

    /** Where the answer does not say how long a token lasts. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    /** Whether there is any login at all. */
    public boolean isGiven() {
        return tokenUri != null || !user.isBlank();
    }

    /**
     * Whether all is there that belongs together.
     *
     * @param prefix of the properties' names
     * @throws IllegalStateException naming what is missing
     */
    public void check(String prefix) {
        if (tokenUri != null) {
            needed(clientId, prefix + ".client-id");
            needed(clientSecret, prefix + ".client-secret");
        }
        if (!user.isBlank()) {
            needed(password, prefix + ".password");
        }
    }

    private static void needed(String value, String property) {
        if (value.isBlank()) {
            throw new IllegalStateException(property + " is not set");
        }
    }

    /** Calls to this server, logged in if there is a login. */
    public RemoteCalls calls(URI url, HttpLimits limits, Clock clock) {
        RestClient.Builder http = RemoteHttp.client(url, limits);
        if (!user.isBlank()) {
            http.defaultHeaders(headers -> headers.setBasicAuth(user, password));
        }
        AccessTokens tokens = tokenUri == null
                ? null
                : new ClientCredentials(tokenUri, clientId, clientSecret, scope, TOKEN_LIFE).tokens(limits, clock);
        return new RemoteCalls(http.build(), tokens);
    }

    /** Without the secrets: settings find their way into logs. */
    @Override
    public String toString() {
        return "RemoteLogin[" + user + clientId + "]";
    }
}
