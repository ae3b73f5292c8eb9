package io.konsens.salesforce;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.konsens.platform.http.RemoteHttp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.JwtBearerOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientJwtBearerTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.client.RestClient;

/** Gets tokens with a client secret, or, if there is a private key, with an assertion signed by it. */
class SalesforceLogin {

    /** Salesforce takes no assertion that is meant to last longer than some minutes. */
    private static final int ASSERTION_SECONDS = 180;

    private final SalesforceProperties properties;
    private final Clock clock;

    SalesforceLogin(SalesforceProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    SalesforceTokens tokens() {
        return properties.privateKey() == null ? byClientSecret() : byAssertion(properties.privateKey());
    }

    private SalesforceTokens byClientSecret() {
        RestClientClientCredentialsTokenResponseClient client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(restClient(needed(properties.clientSecret(), "konsens.crm.client-secret")));
        ClientCredentialsOAuth2AuthorizedClientProvider provider =
                new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(client);
        provider.setClock(clock);
        return new SalesforceTokens(registration(AuthorizationGrantType.CLIENT_CREDENTIALS), provider);
    }

    private SalesforceTokens byAssertion(Resource privateKey) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key(privateKey))));
        RestClientJwtBearerTokenResponseClient client = new RestClientJwtBearerTokenResponseClient();
        client.setRestClient(restClient(""));
        JwtBearerOAuth2AuthorizedClientProvider provider = new JwtBearerOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(client);
        provider.setJwtAssertionResolver(context -> assertion(encoder));
        provider.setClock(clock);
        needed(properties.user(), "konsens.crm.user");
        return new SalesforceTokens(registration(AuthorizationGrantType.JWT_BEARER), provider);
    }

    private ClientRegistration registration(AuthorizationGrantType grant) {
        return ClientRegistration.withRegistrationId("salesforce")
                .authorizationGrantType(grant)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .clientId(needed(properties.clientId(), "konsens.crm.client-id"))
                .tokenUri(properties.url() + "/services/oauth2/token")
                .build();
    }

    /** @param secret none if empty. Added last of all, since Spring logs at level DEBUG what it is told to send */
    private RestClient restClient(String secret) {
        OAuth2AccessTokenResponseHttpMessageConverter answers = new OAuth2AccessTokenResponseHttpMessageConverter();
        answers.setAccessTokenResponseConverter(answer -> {
            Map<String, Object> complete = new HashMap<>(answer);
            // Salesforce does not say how long a token lasts; taken for a second, each call would fetch its own.
            complete.putIfAbsent(
                    OAuth2ParameterNames.EXPIRES_IN, properties.tokenLife().toSeconds());
            return new DefaultMapOAuth2AccessTokenResponseConverter().convert(complete);
        });
        return RemoteHttp.client(Objects.requireNonNull(properties.url()), properties.limits())
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

    private Jwt assertion(NimbusJwtEncoder encoder) {
        Instant now = clock.instant();
        return encoder.encode(JwtEncoderParameters.from(
                JwsHeader.with(SignatureAlgorithm.RS256).build(),
                JwtClaimsSet.builder()
                        .issuer(properties.clientId())
                        .subject(properties.user())
                        .audience(List.of(properties.audience()))
                        .issuedAt(now)
                        .expiresAt(now.plusSeconds(ASSERTION_SECONDS))
                        .build()));
    }

    private static RSAKey key(Resource pem) {
        try (InputStream in = pem.getInputStream()) {
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) RsaKeyConverters.pkcs8().convert(in);
            RSAPublicKeySpec publicKey = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new RSAKey.Builder(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(publicKey))
                    .privateKey(key)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("konsens.crm.private-key cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("konsens.crm.private-key is no RSA key", e);
        }
    }

    private static String needed(String value, String property) {
        if (value.isBlank()) {
            throw new IllegalStateException(property + " is not set");
        }
        return value;
    }
}
