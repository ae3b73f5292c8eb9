package io.konsens.platform.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/**
 * The properties that say where another system is, how a program logs in there (by HTTP Basic, or by OAuth 2 client
 * credentials), and what we put up with from it.
 *
 * @param url the service's root; null if there is none
 * @param user with a password, for HTTP Basic; empty for none
 * @param tokenUri with client id, secret and scope, for OAuth 2; null for none
 * @param scope empty if the server needs none
 * @param connectTimeout as the two after it: see {@link HttpLimits}
 */
public record RemoteAccess(
        @Nullable URI url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @Nullable URI tokenUri,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String scope,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("5MB") DataSize maxResponse) {

    /** Where the answer does not say how long a token lasts. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    /**
     * What is set below a prefix, beside whatever else is.
     *
     * @throws IllegalStateException naming what is missing of what belongs together
     */
    public static RemoteAccess of(Environment environment, String prefix) {
        RemoteAccess access = Binder.get(environment).bindOrCreate(prefix, RemoteAccess.class);
        if (access.tokenUri != null) {
            needed(access.clientId, prefix + ".client-id");
            needed(access.clientSecret, prefix + ".client-secret");
        }
        if (!access.user.isBlank()) {
            needed(access.password, prefix + ".password");
        }
        return access;
    }

    private static void needed(String value, String property) {
        if (value.isBlank()) {
            throw new IllegalStateException(property + " is not set");
        }
    }

    /** Whether there is any login at all. */
    public boolean hasLogin() {
        return tokenUri != null || !user.isBlank();
    }

    /** Calls to this system, which must have an address; logged in if there is a login. */
    public RemoteCalls calls(Clock clock) {
        HttpLimits limits = new HttpLimits(connectTimeout, readTimeout, maxResponse);
        RestClient.Builder http = RemoteHttp.client(Objects.requireNonNull(url), limits);
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
        return "RemoteAccess[" + url + " " + user + clientId + "]";
    }
}
