package io.konsens.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.konsens.platform.http.AccessTokens;
import io.konsens.platform.http.RemoteCalls;
import io.konsens.platform.http.RemoteHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/** How tokens are asked for, and what nobody may read about it. */
@ExtendWith(OutputCaptureExtension.class)
class SalesforceLoginTest {

    private final SalesforceStandIn salesforce = new SalesforceStandIn();

    @BeforeEach
    void start() {
        salesforce.open();
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    void asksWithTheClientSecretAndKeepsTheToken() throws IOException {
        AccessTokens tokens = tokens(properties("s3cret", null));

        assertThat(List.of(tokens.token(), tokens.token())).containsExactly("token-1", "token-1");
        assertThat(salesforce.tokenRequests)
                .containsExactly("grant_type=client_credentials&client_id=konsens&client_secret=s3cret");
    }

    @Test
    void onlyTheRefusedTokenIsDropped() throws IOException {
        AccessTokens tokens = tokens(properties("s3cret", null));
        tokens.token();
        tokens.drop("token-0");
        assertThat(tokens.token()).isEqualTo("token-1");

        tokens.drop("token-1");

        assertThat(tokens.token()).isEqualTo("token-2");
    }

    @Test
    void wrongCredentialsAreTransientSinceAnAdministratorCanMendThem() {
        assertThatThrownBy(() -> tokens(properties("wrong", null)).token())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("invalid client credentials");
    }

    @Test
    void signsAnAssertionIfThereIsAPrivateKey() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        tokens(properties("", pem(keys))).token();

        String request = salesforce.tokenRequests.get(0);
        assertThat(request).contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer");
        SignedJWT assertion = SignedJWT.parse(request.replaceAll(".*assertion=([^&]*).*", "$1"));
        assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic())))
                .isTrue();
        assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo("konsens");
        assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("api@example.com");
        assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly("https://login.salesforce.com");
        assertThat(assertion.getJWTClaimsSet().getExpirationTime())
                .isCloseTo(Date.from(Clock.systemUTC().instant().plusSeconds(180)), 10_000);
    }

    @Test
    void neitherSecretNorTokenIsLogged(CapturedOutput output) throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger("org.springframework");
        root.setLevel(Level.TRACE);
        try {
            SalesforceProperties properties = properties("s3cret", null);
            SalesforceClient client = new SalesforceClient(
                    new RemoteCalls(
                            RemoteHttp.client(URI.create(salesforce.url()), properties.limits())
                                    .build(),
                            tokens(properties)),
                    "v66.0");
            client.send(
                    HttpMethod.PATCH,
                    SalesforceStandIn.UPSERT.substring("/services/data/v66.0".length()),
                    Map.of("allOrNone", false, "records", List.of(Map.of("External_Key__c", "1"))));
            assertThat(properties.toString()).doesNotContain("s3cret");
        } finally {
            root.setLevel(null);
        }
        assertThat(output).contains("RestClient").doesNotContain("s3cret").doesNotContain("token-1");
    }

    @Test
    void nothingSecretTravelsUnencrypted() {
        SalesforceProperties properties = properties("s3cret", null);

        assertThatThrownBy(() -> RemoteHttp.client(URI.create("http://example.com"), properties.limits()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private AccessTokens tokens(SalesforceProperties properties) {
        return new SalesforceLogin(properties, Clock.systemUTC()).tokens();
    }

    private SalesforceProperties properties(String secret, @Nullable Resource privateKey) {
        return new SalesforceProperties(
                URI.create(salesforce.url()),
                "v66.0",
                "konsens",
                secret,
                "api@example.com",
                privateKey,
                "https://login.salesforce.com",
                Duration.ofMinutes(15),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(1));
    }

    private static Resource pem(KeyPair keys) {
        String base64 = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        return new ByteArrayResource(("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.UTF_8));
    }
}
