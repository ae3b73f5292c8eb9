package io.konsens.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The engine alone with the shipped models, in a database of its own on the same server and with the same history: what
 * starting an agreement costs before Konsens adds anything.
 */
final class BareEngine {

    private static final int BATCH = 50;

    private BareEngine() {}

    /** Where the model asks for dates; the bare engine gets the same one always. */
    public static final class FixedDeadlines {

        public Date due(Object execution, String step) {
            return Date.from(Instant.now().plus(Duration.ofDays(14)));
        }

        public Date followUp(Object execution, String step) {
            return due(execution, step);
        }

        public Date escalate(Object execution, String step) {
            return due(execution, step);
        }

        public String remind(Object execution, String step) {
            return "R/" + OffsetDateTime.now().plusDays(7) + "/P7D";
        }
    }

    /** Seconds for starting so many instances, each in a transaction of its own. */
    static double seconds(int instances, DataSource server) throws SQLException {
        return timed(instances, server, "bare_single", engine -> {
            for (int i = 0; i < instances; i++) {
                start(engine, i);
            }
        });
    }

    /** The same, fifty in a transaction. */
    static double secondsInBatches(int instances, DataSource server) throws SQLException {
        return timed(instances, server, "bare_batches", engine -> {
            var commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired();
            for (int first = 0; first < instances; first += BATCH) {
                int from = first;
                commands.execute(context -> {
                    for (int i = from; i < Math.min(instances, from + BATCH); i++) {
                        start(engine, i);
                    }
                    return null;
                });
            }
        });
    }

    private interface Work {

        void run(ProcessEngine engine);
    }

    private static double timed(int instances, DataSource server, String database, Work work) throws SQLException {
        String url;
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
            url = connection.getMetaData().getURL().replaceFirst("/postgres(\\?|$)", "/" + database + "$1");
        }
        ProcessEngine engine = engine(url, database);
        try {
            IntConsumer warmUp = i -> start(engine, i);
            for (int i = 0; i < 200; i++) {
                warmUp.accept(instances + i);
            }
            long begun = System.nanoTime();
            work.run(engine);
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            engine.close();
        }
    }

    private static void start(ProcessEngine engine, int i) {
        engine.getRuntimeService().startProcessInstanceByKey("targetAgreement", "2027-R" + i, variables(i));
    }

    private static Map<String, Object> variables(int i) {
        return Variables.createVariables()
                .putValue("agreementId", "2027-R" + i)
                .putValue("periodId", "2027")
                .putValue("rep", "r" + i)
                .putValue("repName", "R " + i)
                .putValue("orgUnit", "Region 1")
                .putValue("seniority", null)
                .putValue("round", 1)
                .putValue("openProposals", 0)
                .putValue("openDeviations", 0)
                .putValue("deviationPercent", null)
                .putValue("manager", "m1")
                .putValue("managerName", "M 1")
                .putValue("disputeResolver", "h1")
                .putValue("iterationLimitVersion", 1)
                .putValue("deadlinesVersion", 1)
                .putValue("metricOwnershipVersion", 1)
                .putValue("plausibilityVersion", 1);
    }

    private static ProcessEngine engine(String url, String name) {
        ExecutionListener nothing = execution -> {};
        JavaDelegate none = execution -> {};
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl(url);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername("postgres");
        configuration.setJdbcPassword("postgres");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setHistoryTimeToLive("P3650D");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(
                Map.of("prepareLines", none, "roundsDecided", nothing, "deadlines", new FixedDeadlines()));
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("models/processes/target-agreement.bpmn")
                .addClasspathResource("models/dmn/iteration-limit.dmn")
                .deploy();
        return engine;
    }
}
