package io.konsens.salesforce;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.konsens.platform.http.AccessTokens;
import io.konsens.platform.http.ClientCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.client.JwtBearerOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientJwtBearerTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Gets tokens with a client secret, or, if there is a private key, with an assertion signed by it. */
class SalesforceLogin {

    /** Salesforce takes no assertion that is meant to last longer than some minutes. */
    private static final int ASSERTION_SECONDS = 180;

    private static final String TOKEN = "/services/oauth2/token";

    private final SalesforceProperties properties;
    private final Clock clock;

    SalesforceLogin(SalesforceProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    AccessTokens tokens() {
        return properties.privateKey() == null ? byClientSecret() : byAssertion(properties.privateKey());
    }

    private AccessTokens byClientSecret() {
        String secret = needed(properties.clientSecret(), "konsens.crm.client-secret");
        return new ClientCredentials(
                        URI.create(properties.url() + TOKEN),
                        needed(properties.clientId(), "konsens.crm.client-id"),
                        secret,
                        "",
                        properties.tokenLife())
                .tokens(properties.limits(), clock);
    }

    private AccessTokens byAssertion(Resource privateKey) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key(privateKey))));
        RestClientJwtBearerTokenResponseClient client = new RestClientJwtBearerTokenResponseClient();
        client.setRestClient(ClientCredentials.restClient(
                Objects.requireNonNull(properties.url()), properties.limits(), properties.tokenLife(), ""));
        JwtBearerOAuth2AuthorizedClientProvider provider = new JwtBearerOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(client);
        provider.setJwtAssertionResolver(context -> assertion(encoder));
        provider.setClock(clock);
        needed(properties.user(), "konsens.crm.user");
        return new AccessTokens(
                ClientRegistration.withRegistrationId("salesforce")
                        .authorizationGrantType(AuthorizationGrantType.JWT_BEARER)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .clientId(needed(properties.clientId(), "konsens.crm.client-id"))
                        .tokenUri(properties.url() + TOKEN)
                        .build(),
                provider);
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
