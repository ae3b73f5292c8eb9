package io.konsens.handover.erp;

import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetField;
import io.konsens.platform.odata.ODataClient;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands over to an ERP instead of dropping files. What is missing or wrong is told at the start, not in the night. */
@Configuration
class ErpHandoverConfiguration {

    @Bean
    @ConditionalOnProperty(prefix = "konsens.erp", name = "kind", havingValue = "sap")
    TargetConnector sapConnector(ErpProperties properties, Clock clock) {
        URI url = url(properties);
        ODataClient service = service(properties, url, clock);
        return new SapConnector(new TargetSet(properties, url, service), new CsrfSession(service, url));
    }

    @Bean
    @ConditionalOnProperty(prefix = "konsens.erp", name = "kind", havingValue = "business-central")
    TargetConnector businessCentralConnector(ErpProperties properties, Clock clock) {
        URI url = url(properties);
        ODataClient service = service(properties, url, clock);
        return new BusinessCentralConnector(new TargetSet(properties, url, service), new Batch(service, url));
    }

    private static URI url(ErpProperties properties) {
        if (properties.url() == null) {
            throw new IllegalStateException("konsens.erp.url is not set");
        }
        return properties.url();
    }

    private static ODataClient service(ErpProperties properties, URI url, Clock clock) {
        if (!properties.login().isGiven()) {
            throw new IllegalStateException("konsens.erp.user or konsens.erp.token-uri must be set");
        }
        properties.login().check("konsens.erp");
        if (properties.field(TargetField.EXTERNAL_KEY).isBlank()
                || properties.field(TargetField.AMOUNT).isBlank()) {
            throw new IllegalStateException("konsens.erp.fields.external-key and .amount cannot be left out");
        }
        return new ODataClient(properties.login().calls(url, properties.limits(), clock));
    }
}
