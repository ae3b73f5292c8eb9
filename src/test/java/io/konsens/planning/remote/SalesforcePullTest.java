package io.konsens.planning.remote;

import static io.konsens.planning.remote.SalesforceOrg.error;
import static io.konsens.planning.remote.SalesforceOrg.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.ImportJobs;
import io.konsens.planning.imports.ImportJobs.ImportJob;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportPart;
import io.konsens.planning.imports.ImportResult;
import io.konsens.planning.imports.Imports;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What Salesforce has arrives here exactly and whole, or not at all. */
@SpringBootTest(
        properties = {
            "konsens.demo=false",
            "konsens.crm.client-id=konsens",
            "konsens.crm.client-secret=s3cret",
            "konsens.crm.max-response=100KB",
            "konsens.crm.pull.kinds=employees,accounts,products,orders",
            "konsens.crm.pull.bulk-above=6",
            "konsens.crm.pull.bulk-rows=3",
            "konsens.crm.pull.first-wait=1ms",
            "konsens.crm.pull.patience=100ms",
            "konsens.crm.pull.employees.fields.employee-id=EmployeeNumber",
            "konsens.crm.pull.employees.fields.manager-id=Manager.EmployeeNumber",
            "konsens.crm.pull.accounts.fields.owner-id=Owner.EmployeeNumber"
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class SalesforcePullTest {

    private static final SalesforceOrg ORG = new SalesforceOrg();
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));
    private static final String MANY_LINES = "/jobs/query";

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        ORG.open();
        registry.add("konsens.crm.url", ORG::url);
    }

    @Autowired
    private Pulls pulls;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportJobs jobs;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private ProblemTexts texts;

    @BeforeEach
    void aCompanyInSalesforceAndNothingHere() {
        jdbc.update("delete from konsens.import_job");
        jdbc.update("delete from konsens.order_line");
        jdbc.update("delete from konsens.account");
        jdbc.update("delete from konsens.product");
        jdbc.update("delete from konsens.employee");
        identityService.createUserQuery().list().forEach(user -> identityService.deleteUser(user.getId()));
        ORG.clear();
        ORG.has(
                "User",
                user("M1", "Max Meier", null, "\"Sales North\""),
                user("R1", "Rita Reich", "M1", "\"Sales North\""),
                user("R2", "Ralf Roth", "M1", "null"));
        ORG.has("Account", account("1", "Alpha", "R1"), account("2", "Beta", "R2"));
        ORG.has("Product2", "{\"Id\":\"01t1\",\"Name\":\"Tea\",\"Family\":\"Beverages\"}");
        ORG.has(
                "OrderItem",
                line(1, "1", "1.2345E3"),
                line(2, "1", "0.10"),
                line(3, "1", "0.20"),
                line(4, "2", "99999999999.99"));
    }

    private static String user(String number, String name, String manager, String department) {
        String boss = manager == null ? "null" : "{\"EmployeeNumber\":\"" + manager + "\"}";
        return """
                {"attributes":{"type":"User"},"Id":"005%s","EmployeeNumber":"%s","Name":"%s","Email":"%s@example.org",
                 "Manager":%s,"Department":%s,"UserRole":null}""".formatted(number, number, name, number, boss, department);
    }

    private static String account(String number, String name, String owner) {
        return """
                {"Id":"001%s","Name":"%s","Industry":null,"BillingCountry":"DE","Owner":{"EmployeeNumber":"%s"}}""".formatted(number, name, owner);
    }

    private static String line(int number, String account, String amount) {
        return """
                {"Id":"802%d","OrderId":"801%s","Order":{"EffectiveDate":"2026-03-01","AccountId":"001%s"},"Product2Id":"01t1",
                 "Quantity":2.0,"TotalPrice":%s}""".formatted(number, account, account, amount);
    }

    // ---- what arrives

    @Test
    void everythingArrivesInOneImport() {
        ImportResult result = commit();

        assertThat(result.problems()).isEmpty();
        assertThat(result.rowsByKind())
                .isEqualTo(Map.of(
                        ImportKind.EMPLOYEES, 3, ImportKind.ACCOUNTS, 2, ImportKind.PRODUCTS, 1, ImportKind.ORDERS, 4));
        assertThat(jdbc.queryForList(
                        "select employee_id || ' ' || login || ' ' || role || ' ' || org_unit from konsens.employee"
                                + " order by 1",
                        String.class))
                .containsExactly("M1 m1 manager Sales North", "R1 r1 rep Sales North", "R2 r2 rep Sales");
        assertThat(jdbc.queryForList("select name || ' ' || owner_id from konsens.account order by 1", String.class))
                .containsExactly("Alpha R1", "Beta R2");
        assertThat(identityService.createUserQuery().memberOfGroup(Groups.REP).list())
                .extracting(user -> user.getId())
                .containsExactlyInAnyOrder("r1", "r2");
    }

    @Test
    void figuresAreExact() {
        commit();

        assertThat(jdbc.queryForList(
                        "select net_amount || ' ' || quantity from konsens.order_line order by net_amount",
                        String.class))
                .containsExactly("0.10 2.000", "0.20 2.000", "1234.50 2.000", "99999999999.99 2.000");
        assertThat(jdbc.queryForObject("select sum(net_amount)::text from konsens.order_line", String.class))
                .isEqualTo("100000001234.79");
    }

    @Test
    void aPreviewKeepsNothing() {
        assertThat(imports.run(pulls.all(), false, OWNER, Progress.NONE).rowsByKind())
                .containsEntry(ImportKind.ORDERS, 4);
        nothingIsKept();
    }

    @Test
    void fetchingAgainChangesNothingEvenInAnotherOrder() {
        commit();
        List<Map<String, Object>> before = everything();
        Collections.reverse(ORG.records.get("OrderItem"));

        assertThat(commit().isClean()).isTrue();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void onlyProcessOwnersFetch() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> imports.run(pulls.all(), true, new Caller("r1", Set.of(Groups.REP)), Progress.NONE));
        assertThat(ORG.calls).isEmpty();
    }

    @Test
    void nobodyWaitsWhileSalesforceTakesItsTime(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("p.csv"), "product_id,name,product_group\n01t1,Coffee,Beverages\n");
        AtomicInteger meanwhile = new AtomicInteger();
        ORG.next("SELECT.*OrderItem", answer -> {
            ImportPart products = ImportPart.ofFile(ImportKind.PRODUCTS, file, Dialect.EN);
            meanwhile.set(
                    imports.run(List.of(products), true, OWNER, Progress.NONE).accepted());
            return answer;
        });

        assertThat(commit().isClean()).isTrue();

        assertThat(meanwhile).hasValue(1);
        assertThat(jdbc.queryForObject("select name from konsens.product", String.class))
                .as("who comes later has the last word")
                .isEqualTo("Tea");
    }

    // ---- pages

    @Test
    void aSessionThatEndsBetweenPagesIsRenewedOnce() {
        commit();
        ORG.calls.clear();
        ORG.endSessionAt("GET .*/query/OrderItem-2");

        assertThat(commit().isClean()).isTrue();

        assertThat(ORG.callsOf("POST /services/oauth2/token")).isEqualTo(1);
        assertThat(ORG.callsOf("GET .*/query/OrderItem-2")).isEqualTo(2);
        assertThat(orders()).isEqualTo(4);
    }

    @Test
    void aSecondRefusalIsNoMatterOfTheSession() {
        ORG.endSessionAt("GET .*/query/OrderItem-2");
        ORG.endSessionAt("GET .*/query/OrderItem-2");

        refused("401 INVALID_SESSION_ID");
    }

    @Test
    void aMomentOfSilenceIsWaitedFor() {
        ORG.next("/query/OrderItem-2", answer -> error(503, "SERVER_UNAVAILABLE", "Try again"));
        ORG.next("/query/OrderItem-2", answer -> answer.withFault(Fault.RANDOM_DATA_THEN_CLOSE));

        assertThat(commit().isClean()).isTrue();

        assertThat(orders()).isEqualTo(4);
    }

    @Test
    void anOutageHalfWayLeavesNothing() {
        for (int i = 0; i < 3; i++) {
            ORG.next("/query/OrderItem-2", answer -> error(503, "SERVER_UNAVAILABLE", "Try again"));
        }

        refused("503 SERVER_UNAVAILABLE");
    }

    /** The JDK's client tries again on its own a few times as well. */
    @Test
    void aConnectionCutHalfWayLeavesNothing() {
        for (int i = 0; i < 30; i++) {
            ORG.next("/query/OrderItem-2", answer -> answer.withFault(Fault.CONNECTION_RESET_BY_PEER));
        }

        refused("");
    }

    @Test
    void aLimitThatIsReachedIsNotHammeredAt() {
        ORG.next("/query/OrderItem-2", answer -> error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));

        refused("REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.");

        assertThat(ORG.callsOf("/query/OrderItem-2")).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        ORG.next("/query/OrderItem-2", answer -> json("[" + " ".repeat(200_000) + "]"));

        refused("longer than 102400 bytes");

        assertThat(ORG.callsOf("/query/OrderItem-2")).isEqualTo(1);
    }

    @Test
    void recordsThatWereAnnouncedButNeverCameAreMissed() {
        ORG.next("/query/OrderItem-2", answer -> json("{\"totalSize\":4,\"done\":true,\"records\":[]}"));

        refused("announced 4 records and gave 2");
    }

    @Test
    void theTokenGoesNowhereElse() {
        ORG.next(
                "SELECT.*OrderItem",
                answer -> json(
                        "{\"totalSize\":4,\"done\":false,\"nextRecordsUrl\":\"https://evil.example/x\",\"records\":[]}"));

        refused("a next page that is not its own");
    }

    // ---- jobs

    @Test
    void manyRecordsComeByAJobAndAreTheSame() {
        manyLines();
        commit();
        List<Map<String, Object>> byJob = everything();
        assertThat(ORG.callsOf("POST .*" + MANY_LINES)).isEqualTo(1);
        assertThat(ORG.callsOf("GET .*/results")).isEqualTo(3);

        ORG.records.get("OrderItem").remove(6);
        commit();

        assertThat(ORG.callsOf("POST .*" + MANY_LINES)).as("six are few").isEqualTo(1);
        assertThat(everything()).hasSize(3 + 2 + 1 + 6).isSubsetOf(byJob);
    }

    @Test
    void aJobIsWaitedForUntilItsResultIsThere() {
        manyLines();
        ORG.next("GET .*/jobs/query/7500$", answer -> json("{\"id\":\"7500\",\"state\":\"UploadComplete\"}"));
        ORG.next("GET .*/jobs/query/7500$", answer -> json("{\"id\":\"7500\",\"state\":\"InProgress\"}"));
        ORG.next("GET .*/results", answer -> error(412, "PRECONDITION_FAILED", "Not ready"));
        ORG.next("GET .*/results", answer -> answer.withStatus(204).withBody(""));

        assertThat(commit().isClean()).isTrue();

        assertThat(orders()).isEqualTo(7);
    }

    @Test
    void aSessionThatEndsBetweenPartsIsRenewed() {
        manyLines();
        ORG.endSessionAt("GET .*/results.*locator=3");

        assertThat(commit().isClean()).isTrue();

        assertThat(orders()).isEqualTo(7);
    }

    @Test
    void partsMayComeWithoutHeader() {
        manyLines();
        ORG.next("GET .*/results.*locator=6", answer -> {
            String body = answer.build().getBody();
            return answer.withBody(body.substring(body.indexOf('\n') + 1));
        });

        assertThat(commit().isClean()).isTrue();

        assertThat(orders()).isEqualTo(7);
    }

    @Test
    void aJobThatFailsSaysWhy() {
        manyLines();
        ORG.next(
                "GET .*/jobs/query/7500$",
                answer -> json("{\"id\":\"7500\",\"state\":\"Failed\",\"errorMessage\":\"Query timed out\"}"));

        refused("Query job 7500 ended as Failed: Query timed out");
    }

    @Test
    void aJobThatIsAbortedLeavesNothing() {
        manyLines();
        ORG.next("GET .*/jobs/query/7500$", answer -> json("{\"id\":\"7500\",\"state\":\"Aborted\"}"));

        refused("Query job 7500 ended as Aborted");
    }

    @Test
    void nobodyWaitsForAJobForEver() {
        manyLines();
        for (int i = 0; i < 20; i++) {
            ORG.next("GET .*/jobs/query/7500$", answer -> json("{\"id\":\"7500\",\"state\":\"InProgress\"}"));
        }

        refused("for query job 7500");
    }

    @Test
    void aPartCutHalfWayLeavesNothing() {
        manyLines();
        for (int i = 0; i < 30; i++) {
            ORG.next("GET .*/results.*locator=3", answer -> answer.withFault(Fault.CONNECTION_RESET_BY_PEER));
        }

        refused("");
    }

    // ---- what is wrong with records

    @Test
    void aBadRecordIsNamedWithItsFieldAndARemedy() {
        ORG.records.get("Account").set(1, account("2", "Beta", "R9"));
        ORG.records.get("User").set(2, user("R2", "Ralf Roth", "M1", "null").replace("R2@example.org", "none"));

        ImportResult result = commit();

        assertThat(result.records()).isEqualTo(Map.of(4, "005R2"));
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("Email");
            assertThat(texts.text(problem, Locale.ENGLISH)).isEqualTo("\"none\" is not an e-mail address.");
        });
        nothingIsKept();

        ORG.records.get("User").set(2, user("R2", "Ralf Roth", "M1", "null"));
        result = commit();
        assertThat(result.records()).isEqualTo(Map.of(3, "0012"));
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("Owner.EmployeeNumber");
            assertThat(texts.text(problem, Locale.ENGLISH)).contains("R9").contains("Import employees first");
        });
        nothingIsKept();
    }

    @Test
    void anAmountOfEndlessDigitsIsAnErrorLikeAnother() {
        ORG.records.get("OrderItem").set(0, line(1, "1", "1E999999"));

        assertThat(commit().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("TotalPrice"));
        nothingIsKept();
    }

    // ---- by schedule

    @Test
    void twoNodesFetchOnceBetweenThem() {
        Instant due = Instant.parse("2026-11-24T03:00:00Z");
        jobs.startScheduled(pulls.all(), due, OWNER);
        jobs.startScheduled(pulls.all(), due, OWNER);

        assertThat(lastScheduled().state()).isEqualTo(ImportJobs.State.DONE);
        assertThat(jdbc.queryForObject("select count(*) from konsens.import_job", Integer.class))
                .isEqualTo(1);
        assertThat(ORG.callsOf("SELECT.*OrderItem")).isEqualTo(1);
        assertThat(orders()).isEqualTo(4);
    }

    @Test
    void whyTheLastOneFailedIsKept() {
        jobs.startScheduled(pulls.all(), Instant.parse("2026-11-23T03:00:00Z"), OWNER);
        lastScheduled();
        ORG.next("SELECT.*User", answer -> error(400, "INVALID_FIELD", "No such column"));
        Instant due = Instant.parse("2026-11-24T03:00:00Z");

        jobs.startScheduled(pulls.all(), due, OWNER);

        ImportJob last = lastScheduled();
        assertThat(last.scheduledFor()).isEqualTo(due);
        assertThat(last.state()).isEqualTo(ImportJobs.State.REJECTED);
        assertThat(texts.text(last.result().problems().get(0), Locale.ENGLISH))
                .contains("Salesforce could not be read")
                .contains("INVALID_FIELD");
    }

    private ImportJob lastScheduled() {
        return await().until(
                        () -> jobs.lastScheduled(OWNER).orElseThrow(), job -> job.state() != ImportJobs.State.RUNNING);
    }

    private void manyLines() {
        List<String> lines = ORG.records.get("OrderItem");
        for (int i = 5; i <= 7; i++) {
            lines.add(line(i, "2", "1.2345E+3"));
        }
    }

    private ImportResult commit() {
        return imports.run(pulls.all(), true, OWNER, Progress.NONE);
    }

    private void refused(String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(this::commit)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE))
                .satisfies(refusal -> assertThat(texts.summary(refusal, Locale.ENGLISH))
                        .startsWith("Salesforce c")
                        .contains(why)
                        .doesNotContain("null"));
        nothingIsKept();
    }

    private void nothingIsKept() {
        assertThat(everything()).isEmpty();
        assertThat(identityService.createUserQuery().count()).isZero();
    }

    private int orders() {
        return jdbc.queryForObject("select count(*) from konsens.order_line", Integer.class);
    }

    private List<Map<String, Object>> everything() {
        return jdbc.queryForList("""
                select to_jsonb(e)::text as row from konsens.employee e union all select to_jsonb(a)::text from konsens.account a
                union all select to_jsonb(p)::text from konsens.product p
                union all select to_jsonb(o)::text from konsens.order_line o order by 1""");
    }
}
