package io.konsens.platform;

import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A program of its own on the embedded database: adds a row, says how many there are, and stays. */
@TestConfiguration
@EnableConfigurationProperties(KonsensProperties.class)
@Import(EmbeddedPostgresConfiguration.class)
class RowWriter {

    public static void main(String[] arguments) throws InterruptedException {
        SpringApplication program = new SpringApplication(RowWriter.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        var context = program.run(arguments);
        JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
        jdbc.execute("create table if not exists run (name text)");
        jdbc.update("insert into run values (?)", context.getEnvironment().getProperty("run"));
        for (String setting : new String[] {"fsync", "synchronous_commit"}) {
            System.out.println(setting + " " + jdbc.queryForObject("show " + setting, String.class));
        }
        System.out.println("rows " + jdbc.queryForObject("select count(*) from run", Long.class));
        Thread.currentThread().join();
    }
}
