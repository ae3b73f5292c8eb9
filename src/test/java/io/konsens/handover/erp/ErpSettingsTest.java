package io.konsens.handover.erp;

import static io.konsens.handover.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetField;
import io.konsens.platform.http.RemoteAccess;
import io.konsens.testing.StandIn;
import io.konsens.testing.UnsafeServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The settings that come with Konsens, and what an administrator adds to them. */
@ExtendWith(OutputCaptureExtension.class)
class ErpSettingsTest {

    @EnableConfigurationProperties(ErpProperties.class)
    @Import(ErpHandoverConfiguration.class)
    static class Setup {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private final ApplicationContextRunner konsens = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Setup.class);

    private final ApplicationContextRunner sap =
            konsens.withPropertyValues("KONSENS_ERP_KIND=sap", "KONSENS_ERP_URL=https://erp.example.com/odata");

    @Test
    void filesAreDroppedUnlessAnErpIsAskedFor() {
        konsens.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TargetConnector.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    konsens.erp.kind=sap                                               | konsens.erp.url is not set
                    konsens.erp.kind=business-central                                  | konsens.erp.url is not set
                    konsens.erp.kind=sap konsens.erp.url=https://e                     | konsens.erp.user or konsens.erp.token-uri must be set
                    konsens.erp.kind=sap konsens.erp.url=https://e konsens.erp.user=k  | konsens.erp.password is not set
                    konsens.erp.kind=sap konsens.erp.url=https://e konsens.erp.token-uri=https://t | konsens.erp.client-id is not set
                    konsens.erp.kind=sap konsens.erp.url=https://e konsens.erp.token-uri=https://t konsens.erp.client-id=k | konsens.erp.client-secret is not set
                    konsens.erp.kind=sap konsens.erp.url=http://10.1.1.1 konsens.erp.user=k konsens.erp.password=p | Secrets and figures travel over https only, not to http://10.1.1.1
                    konsens.erp.kind=sap konsens.erp.url=https://e konsens.erp.user=k konsens.erp.password=p konsens.erp.fields.amount= | konsens.erp.fields.external-key and .amount cannot be left out
                    """)
    void whatIsMissingOrWrongIsNamedAtStart(String settings, String message) {
        konsens.withPropertyValues(settings.split(" "))
                .run(context -> assertThat(context).getFailure().rootCause().hasMessage(message));
    }

    @Test
    void anUnknownKindStopsTheStart() {
        konsens.withPropertyValues("KONSENS_ERP_KIND=navision")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void theSecretMayComeFromAFile(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("konsens.erp.password"), "s3cret");

        sap.withSystemProperties("KONSENS_SECRETS_DIR=" + folder)
                .withPropertyValues("konsens.erp.user=konsens")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(TargetConnector.class);
                    RemoteAccess access = RemoteAccess.of(context.getEnvironment(), "konsens.erp");
                    assertThat(access.password()).isEqualTo("s3cret");
                    assertThat(access.toString()).doesNotContain("s3cret");
                });
    }

    @Test
    void fieldsAndAddressesAreWhatTheSettingsSay(CapturedOutput output) {
        Recorder erp = new Recorder();
        erp.open();
        HandoverOrder order = order("A1", 1, 1, "1E+3");
        try {
            konsens.withPropertyValues(
                            "logging.level.org.springframework=trace",
                            "konsens.erp.kind=sap",
                            "konsens.erp.url=" + erp.url() + "/sap/opu/odata4/?sap-client=100",
                            "konsens.erp.user=konsens",
                            "konsens.erp.password=s3cret",
                            "konsens.erp.entity=ZTargets",
                            "konsens.erp.fields.rep=Pernr",
                            "konsens.erp.fields.revision=",
                            "konsens.erp.fields.period-start=ValidFrom",
                            "konsens.erp.fields.unit=Unit")
                    .run(context -> {
                        assertThat(context.getBean(ErpProperties.class).fields())
                                .containsEntry(TargetField.REP, "Pernr");
                        context.getBean(TargetConnector.class).send(order, order.lines());
                    });
        } finally {
            erp.close();
        }

        assertThat(erp.lines)
                .containsExactly(
                        "GET /sap/opu/odata4/?sap-client=100",
                        "PATCH /sap/opu/odata4/ZTargets(%27A1%3Al1%27)?sap-client=100");
        assertThat(erp.body).isEqualTo("""
                        {"FiscalYear":"2027","ValidFrom":"2027-01-01","Pernr":"E1","Metric":"revenue","Unit":"CURRENCY",\
                        "AccountNumber":"K1","ProductCode":null,"Amount":1001,"Currency":"EUR"}""");
        assertThat(output).doesNotContain("s3cret").doesNotContain(ErpStandIn.USER);
    }

    @Test
    void theTargetsOfBusinessCentralBelongToACompany() {
        Recorder erp = new Recorder();
        erp.open();
        HandoverOrder order = order("A1", 1, 1, "1");
        try {
            konsens.withPropertyValues(
                            "konsens.erp.kind=business-central",
                            "konsens.erp.url=" + erp.url() + "/v2.0/api/acme/konsens/v1.0",
                            "konsens.erp.user=konsens",
                            "konsens.erp.password=s3cret",
                            "konsens.erp.entity=companies(5d115c9c-44e3-ea11-bb43-000d3a2feca1)/salesTargets",
                            "konsens.erp.id-field=systemId",
                            "konsens.erp.fields.external-key=key")
                    .run(context -> context.getBean(TargetConnector.class).send(order, order.lines()));
        } finally {
            erp.close();
        }

        assertThat(erp.lines).containsExactly("POST /v2.0/api/acme/konsens/v1.0/$batch");
        assertThat(erp.body)
                .contains("\"url\":\"companies(5d115c9c-44e3-ea11-bb43-000d3a2feca1)/salesTargets"
                        + "?$select=systemId%2Ckey&$filter=key%20eq%20%27A1%3Al1%27\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sap", "business-central"})
    void aServerNobodyVouchesForGetsNeitherPasswordNorFigures(String kind) throws Exception {
        try (UnsafeServer server = UnsafeServer.selfSigned()) {
            assertThatThrownBy(() -> read(kind, server, "1m")).hasStackTraceContaining("PKIX path building failed");
            assertThat(server.requests()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sap", "business-central"})
    void aServerThatTakesNoConnectionIsNotWaitedFor(String kind) throws Exception {
        try (UnsafeServer server = UnsafeServer.full()) {
            assertThatThrownBy(() -> read(kind, server, "300ms"))
                    .hasStackTraceContaining("HttpConnectTimeoutException");
        }
    }

    private void read(String kind, UnsafeServer server, String connectTimeout) {
        konsens.withPropertyValues(
                        "konsens.erp.kind=" + kind,
                        "konsens.erp.url=" + server.url(),
                        "konsens.erp.user=konsens",
                        "konsens.erp.password=s3cret",
                        "konsens.erp.connect-timeout=" + connectTimeout)
                .run(context -> context.getBean(TargetConnector.class).read(order("A1", 1, 1, "1")));
    }

    /** Keeps what it was asked, and takes everything. */
    private static final class Recorder extends StandIn {

        private final List<String> lines = new ArrayList<>();
        private String body = "";

        @Override
        protected ResponseDefinition answer(Request request) {
            lines.add(request.getMethod() + " " + request.getUrl());
            body = request.getBodyAsString();
            return new ResponseDefinitionBuilder()
                    .withStatus(200)
                    .withBody("{\"responses\":[]}")
                    .build();
        }

        @Override
        public Map<String, String> amounts() {
            return Map.of();
        }
    }
}
