package io.konsens.handover.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.konsens.handover.Orders;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetField;
import io.konsens.salesforce.SalesforceConfiguration;
import io.konsens.testing.UnsafeServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The settings that come with Konsens, and what an administrator adds to them. */
class CrmSettingsTest {

    @EnableConfigurationProperties(CrmProperties.class)
    @Import({SalesforceConfiguration.class, SalesforceHandoverConfiguration.class})
    static class Setup {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private final ApplicationContextRunner konsens = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Setup.class);

    @Test
    void salesforceIsOffUnlessAskedFor() {
        konsens.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TargetConnector.class));
    }

    @Test
    void theSecretMayComeFromAFile(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("konsens.crm.client-secret"), "s3cret");

        konsens.withSystemProperties("KONSENS_SECRETS_DIR=" + folder)
                .withPropertyValues(
                        "KONSENS_CRM_KIND=salesforce",
                        "KONSENS_CRM_URL=https://acme.my.salesforce.com",
                        "KONSENS_CRM_CLIENT_ID=konsens",
                        "konsens.crm.fields.account=Account__r.Konsens_Id__c")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(TargetConnector.class);
                    CrmProperties properties = context.getBean(CrmProperties.class);
                    assertThat(properties.fields()).isEqualTo(Map.of(TargetField.ACCOUNT, "Account__r.Konsens_Id__c"));
                });
    }

    @Test
    void whatIsMissingIsNamedAtStart() {
        konsens.withPropertyValues("KONSENS_CRM_KIND=salesforce")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessage("konsens.crm.url is not set"));
        konsens.withPropertyValues("KONSENS_CRM_KIND=salesforce", "KONSENS_CRM_URL=https://acme.my.salesforce.com")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("konsens.crm.client-secret is not set"));
    }

    @Test
    void anUnknownKindStopsTheStart() {
        konsens.withPropertyValues("KONSENS_CRM_KIND=salsforce")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void aServerNobodyVouchesForGetsNeitherSecretNorFigures() throws Exception {
        try (UnsafeServer server = UnsafeServer.selfSigned()) {
            assertThatThrownBy(() -> read(server, "1m")).hasStackTraceContaining("PKIX path building failed");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aServerThatTakesNoConnectionIsNotWaitedFor() throws Exception {
        try (UnsafeServer server = UnsafeServer.full()) {
            assertThatThrownBy(() -> read(server, "300ms")).hasStackTraceContaining("HttpConnectTimeoutException");
        }
    }

    private void read(UnsafeServer server, String connectTimeout) {
        konsens.withPropertyValues(
                        "konsens.crm.kind=salesforce",
                        "konsens.crm.url=" + server.url(),
                        "konsens.crm.client-id=konsens",
                        "konsens.crm.client-secret=s3cret",
                        "konsens.crm.connect-timeout=" + connectTimeout)
                .run(context -> context.getBean(TargetConnector.class).read(Orders.order("A1", 1, 1, "1")));
    }
}
