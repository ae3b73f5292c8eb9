package io.konsens.handover;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.konsens.handover.persistence.LedgerMapper;
import io.konsens.platform.ShiftableClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.ZoneOffset;
import org.mybatis.spring.annotation.MapperScan;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Hand-over, ledger and reconciliation on a real PostgreSQL; the two systems are up to each test. */
@ImportAutoConfiguration({
    FlywayAutoConfiguration.class,
    MybatisAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@MapperScan(basePackageClasses = LedgerMapper.class)
@EnableConfigurationProperties(HandoverProperties.class)
@Import({Handover.class, Reconciliation.class})
public class LedgerSetup {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    HikariDataSource dataSource(EmbeddedPostgres postgres) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        return new HikariDataSource(pool);
    }

    @Bean
    ShiftableClock clock() {
        return new ShiftableClock(ZoneOffset.UTC);
    }
}
