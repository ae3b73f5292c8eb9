package io.konsens.planning.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(properties = "konsens.demo=false")
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class ImportJobsTest {

    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));

    @TempDir
    private Path folder;

    @Autowired
    private ImportJobs jobs;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void a_large_import_can_be_watched_and_leaves_its_result() throws IOException {
        StringBuilder products = new StringBuilder("product_id,name,product_group\n");
        for (int i = 0; i < 20_000; i++) {
            products.append("P").append(i).append(",Tea,Beverages\n");
        }
        Path file = Files.writeString(folder.resolve("products.csv"), products);
        AtomicBoolean done = new AtomicBoolean();
        String id = jobs.start(
                List.of(ImportPart.ofFile(ImportKind.PRODUCTS, file, Dialect.EN)), true, OWNER, () -> done.set(true));
        await().until(() -> jobs.job(id, OWNER).state() != ImportJobs.State.RUNNING);
        assertThat(jobs.job(id, OWNER).state()).isEqualTo(ImportJobs.State.DONE);
        assertThat(jobs.job(id, OWNER).result().accepted()).isEqualTo(20_000);
        await("until the upload may be deleted").untilTrue(done);
    }

    @Test
    void a_job_whose_node_went_down_does_not_run_for_ever() {
        jdbc.update("insert into konsens.import_job (job_id, kind, is_commit, state, rows_read, started_by, changed_at)"
                + " values ('lost', 'ORDERS', true, 'RUNNING', 5000, 'owner', now() - interval '1 hour')");
        assertThat(jobs.job("lost", OWNER).state()).isEqualTo(ImportJobs.State.REJECTED);
        assertThat(jobs.job("lost", OWNER).result().problems())
                .extracting(Problem::code)
                .containsExactly("import.interrupted");
    }
}
