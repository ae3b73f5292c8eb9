package io.konsens.handover.erp;

import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetField;
import io.konsens.platform.http.RemoteAccess;
import io.konsens.platform.odata.ODataClient;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Hands over to an ERP instead of dropping files. What is missing or wrong is told at the start, not in the night. */
@Configuration
class ErpHandoverConfiguration {

    private static final String PREFIX = "konsens.erp";

    @Bean
    @ConditionalOnProperty(prefix = PREFIX, name = "kind", havingValue = "sap")
    TargetConnector sapConnector(ErpProperties properties, Environment environment, Clock clock) {
        Service erp = service(properties, environment, clock);
        return new SapConnector(new TargetSet(properties, erp.root, erp.client), new CsrfSession(erp.client, erp.root));
    }

    @Bean
    @ConditionalOnProperty(prefix = PREFIX, name = "kind", havingValue = "business-central")
    TargetConnector businessCentralConnector(ErpProperties properties, Environment environment, Clock clock) {
        Service erp = service(properties, environment, clock);
        return new BusinessCentralConnector(
                new TargetSet(properties, erp.root, erp.client), new Batch(erp.client, erp.root));
    }

    private record Service(URI root, ODataClient client) {}

    private static Service service(ErpProperties properties, Environment environment, Clock clock) {
        RemoteAccess access = RemoteAccess.of(environment, PREFIX);
        if (access.url() == null) {
            throw new IllegalStateException(PREFIX + ".url is not set");
        }
        if (!access.hasLogin()) {
            throw new IllegalStateException(PREFIX + ".user or " + PREFIX + ".token-uri must be set");
        }
        if (properties.field(TargetField.EXTERNAL_KEY).isBlank()
                || properties.field(TargetField.AMOUNT).isBlank()) {
            throw new IllegalStateException(PREFIX + ".fields.external-key and .amount cannot be left out");
        }
        return new Service(access.url(), new ODataClient(access.calls(clock)));
    }
}
