package io.konsens.handover.filedrop;

import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.KonsensProperties;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Unless told otherwise, systems read files from {@code <data folder>/handover/crm} and {@code …/erp}. */
@Configuration
class FileDropConfiguration {

    @Bean
    @ConditionalOnProperty(prefix = "konsens.crm", name = "kind", havingValue = "files", matchIfMissing = true)
    TargetConnector crmFileDrop(KonsensProperties properties) {
        return drop(TargetSystem.CRM, properties);
    }

    @Bean
    @ConditionalOnProperty(prefix = "konsens.erp", name = "kind", havingValue = "files", matchIfMissing = true)
    TargetConnector erpFileDrop(KonsensProperties properties) {
        return drop(TargetSystem.ERP, properties);
    }

    private static FileDrop drop(TargetSystem system, KonsensProperties properties) {
        String folder = system.name().toLowerCase(Locale.ROOT);
        return new FileDrop(system, properties.dataDir().resolve("handover").resolve(folder));
    }
}
