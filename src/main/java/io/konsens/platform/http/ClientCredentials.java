package io.konsens.platform.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * The OAuth 2 way for programs: a client id and its secret for a token.
 *
 * @param scope empty if the server needs none
 * @param tokenLife how long a token is used if the answer does not say how long it lasts
 */
public record ClientCredentials(URI tokenUri, String clientId, String clientSecret, String scope, Duration tokenLife) {

    /** Tokens, fetched when they are needed. */
    public AccessTokens tokens(HttpLimits limits, Clock clock) {
        RestClientClientCredentialsTokenResponseClient client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(restClient(tokenUri, limits, tokenLife, clientSecret));
        ClientCredentialsOAuth2AuthorizedClientProvider provider =
                new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(client);
        provider.setClock(clock);
        ClientRegistration.Builder registration = ClientRegistration.withRegistrationId("remote")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .clientId(clientId)
                .tokenUri(tokenUri.toString());
        if (!scope.isEmpty()) {
            registration.scope(scope);
        }
        return new AccessTokens(registration.build(), provider);
    }

    /**
     * A client for a server that gives tokens.
     *
     * @param secret none if empty. Added last of all, since Spring logs at level DEBUG what it is told to send
     */
    public static RestClient restClient(URI server, HttpLimits limits, Duration tokenLife, String secret) {
        OAuth2AccessTokenResponseHttpMessageConverter answers = new OAuth2AccessTokenResponseHttpMessageConverter();
        answers.setAccessTokenResponseConverter(answer -> {
            Map<String, Object> complete = new HashMap<>(answer);
            // Salesforce does not say how long a token lasts; taken for a second, each call would fetch its own.
            complete.putIfAbsent(OAuth2ParameterNames.EXPIRES_IN, tokenLife.toSeconds());
            return new DefaultMapOAuth2AccessTokenResponseConverter().convert(complete);
        });
        return RemoteHttp.client(server, limits)
                .messageConverters(List.of(new FormHttpMessageConverter(), answers))
                .requestInterceptor((request, body, execution) -> execution.execute(request, with(secret, body)))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private static byte[] with(String secret, byte[] body) {
        if (secret.isEmpty()) {
            return body;
        }
        return (new String(body, StandardCharsets.UTF_8)
                        + "&client_secret="
                        + URLEncoder.encode(secret, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Without the secret: settings find their way into logs. */
    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + " " + tokenUri + "]";
    }
}
