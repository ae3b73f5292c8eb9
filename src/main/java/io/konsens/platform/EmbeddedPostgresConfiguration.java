package io.konsens.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A PostgreSQL server of our own under the data folder, unless {@code spring.datasource.url} names another.
 *
 * <p>It is a real server with everything a real one does to keep data: the library's defaults are made for throw-away
 * tests and are turned off here.
 */
@Configuration
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
class EmbeddedPostgresConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgresConfiguration.class);

    @Bean
    DataFolderLock dataFolderLock(KonsensProperties properties) throws IOException {
        return new DataFolderLock(properties.dataDir().toAbsolutePath());
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(KonsensProperties properties, DataFolderLock ours) throws IOException {
        Path data = properties.dataDir().toAbsolutePath().resolve("postgres");
        LeftoverServer.stop(data);
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(properties
                        .dataDir()
                        .toAbsolutePath()
                        .resolve("postgres-binaries")
                        .toFile())
                // Spring closes it, after everything that still writes.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "60")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .start();
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    DataSource dataSource(EmbeddedPostgres server) {
        log.info("Embedded PostgreSQL on port {}", server.getPort());
        return DataSourceBuilder.create()
                .url(server.getJdbcUrl("postgres", "postgres"))
                .build();
    }
}
