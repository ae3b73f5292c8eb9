package io.konsens.planning.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(properties = {"konsens.demo=false", "konsens.identity.initial-password=first-secret"})
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class ImportTest {

    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));
    private static final String EMPLOYEES = """
            employee_id,name,email,role,manager_id,org_unit
            M1,Max Meier,m1@example.org,manager,,Sales
            R1,Rita Reich,r1@example.org,rep,M1,Sales
            """;
    private static final String ACCOUNTS = "account_id,name,segment,country,owner_id\nA1,Alpha,,,R1\n";
    private static final String PRODUCTS = "product_id,name,product_group\nP1,Tea,Beverages\nP2,Tofu,Produce\n";
    private static final String ORDER_HEADER =
            "order_id,order_date,account_id,product_id,employee_id,quantity,net_amount,currency\n";

    @TempDir
    private Path folder;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private ProblemTexts texts;

    @BeforeEach
    void emptyCompany() {
        jdbc.update("delete from konsens.order_line");
        jdbc.update("delete from konsens.account");
        jdbc.update("delete from konsens.product");
        jdbc.update("delete from konsens.employee");
    }

    // ---- dialects, encodings, workbooks

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "windows-1252, ''", "UTF-16LE, \uFEFF"})
    void umlauts_arrive_in_every_encoding(String charset, String byteOrderMark) throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(
                file, byteOrderMark + "product_id;name;product_group\nP1;Süßholz;Kräuter\n", Charset.forName(charset));
        assertThat(run(ImportKind.PRODUCTS, true, Dialect.AUTO, file).isClean()).isTrue();
        assertThat(jdbc.queryForObject("select name || product_group from konsens.product", String.class))
                .isEqualTo("SüßholzKräuter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE | 1.234,50 | 31.12.2025 | 1234.50",
                "DE | 1234,5   | 2025-12-31 | 1234.50",
                "DE | -7       | 31.12.2025 | -7.00",
                "EN | 1234.50  | 2025-12-31 | 1234.50",
                "EN | \"1,234.5\" | 2025-12-31 | 1234.50"
            })
    void numbers_and_dates_are_read_in_their_dialect(Dialect dialect, String amount, String date, BigDecimal expected)
            throws IOException {
        company();
        assertThat(order(dialect, date, amount).problems()).isEmpty();
        assertThat(jdbc.queryForObject("select net_amount from konsens.order_line", BigDecimal.class))
                .isEqualTo(expected);
        assertThat(jdbc.queryForObject("select order_date from konsens.order_line", LocalDate.class))
                .isEqualTo("2025-12-31");
    }

    /** Half a number, or a number of the other dialect, is never guessed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE | 1234.50 | import.numberDe",
                "DE | 12x     | import.numberDe",
                "DE | 1,005   | import.decimals",
                "EN | \"1.234,50\" | import.numberEn",
                "EN | 1.234   | import.decimals",
                "EN | 1e9     | import.numberEn",
                "EN | NaN     | import.numberEn",
                "EN | 1234567890123 | import.tooLarge"
            })
    void what_is_no_amount_in_its_dialect_is_refused(Dialect dialect, String amount, String code) throws IOException {
        company();
        assertThat(order(dialect, "2025-12-31", amount).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.row()).isEqualTo(2);
                    assertThat(problem.field()).isEqualTo("net_amount");
                    assertThat(problem.code()).isEqualTo(code);
                });
    }

    @Test
    void a_workbook_has_real_numbers_and_dates() throws IOException {
        company();
        Path file = folder.resolve("orders.xlsx");
        try (var out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Aufträge");
            String[] header = ORDER_HEADER.strip().split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, 4711);
            sheet.value(1, 1, LocalDate.of(2025, 12, 31));
            sheet.style(1, 1).format("dd.mm.yyyy").set();
            sheet.value(1, 2, "A1");
            sheet.value(1, 3, "P1");
            sheet.value(1, 5, new BigDecimal("2.5"));
            sheet.value(1, 6, new BigDecimal("1234.5"));
            sheet.value(1, 7, "EUR");
        }
        assertThat(run(ImportKind.ORDERS, true, Dialect.DE, file).problems()).isEmpty();
        assertThat(jdbc.queryForMap("select order_id, order_date::text, quantity, net_amount from konsens.order_line"))
                .containsEntry("order_id", "4711")
                .containsEntry("order_date", "2025-12-31")
                .containsEntry("quantity", new BigDecimal("2.500"))
                .containsEntry("net_amount", new BigDecimal("1234.50"));
    }

    // ---- what is refused

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R 1,Rita,r@x.org,rep,M1,Sales     | employee_id | import.employeeId",
                ",Rita,r@x.org,rep,M1,Sales        | employee_id | import.empty",
                "R2,Rita,nowhere,rep,M1,Sales      | email       | import.email",
                "R2,Rita,r@x.org,boss,M1,Sales     | role        | import.role",
                "R2,Rita,r@x.org,rep,M9,Sales      | manager_id  | import.managerUnknown",
                "r1,Rita,r@x.org,rep,M1,Sales      | employee_id | import.twice",
                "R2,Rita,r@x.org,rep,M1,Sales,more |             | import.tooManyCells",
                "R2,Ri\u0007ta,r@x.org,rep,M1,Sales | name       | import.controlCharacter"
            })
    void a_wrong_employee_is_named_by_row_and_field(String row, String field, String code) throws IOException {
        ImportResult result = run(ImportKind.EMPLOYEES, true, Dialect.AUTO, EMPLOYEES + row + "\n");
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(4);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.code()).isEqualTo(code);
        });
        assertThat(result)
                .extracting(ImportResult::rows, ImportResult::accepted, ImportResult::rejected)
                .containsExactly(3, 2, 1);
        assertThat(count("employee")).as("nothing is half imported").isZero();
    }

    @Test
    void nobody_leads_themselves_at_any_distance() throws IOException {
        ImportResult result = run(ImportKind.EMPLOYEES, true, Dialect.AUTO, """
                employee_id,name,email,role,manager_id,org_unit
                A,A A,a@x.org,manager,B,Sales
                B,B B,b@x.org,manager,A,Sales
                """);
        assertThat(result.problems()).extracting(Problem::code).containsOnly("import.managerCycle");
        assertThat(count("employee")).isZero();
    }

    @Test
    void orders_must_know_their_account_product_and_employee() throws IOException {
        company();
        ImportResult result = run(
                ImportKind.ORDERS,
                true,
                Dialect.EN,
                ORDER_HEADER + "1,2025-01-01,A9,P9,R9,1,1.00,EUR\n1,2025-02-30,A1,P1,,1,1.00,EURO\n");
        assertThat(result.problems())
                .extracting(Problem::row, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple(2, "import.accountUnknown"),
                        tuple(2, "import.productUnknown"),
                        tuple(2, "import.employeeUnknown"),
                        tuple(3, "import.dateEn"),
                        tuple(3, "import.currency"));
        assertThat(result.rejected()).isEqualTo(2);
        assertThat(count("order_line")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "product_id,name                      | import.columnMissing",
                "product_id,name,product_group,colour | import.columnUnknown",
                "product_id,name,product_group,name   | import.columnTwice"
            })
    void a_wrong_header_concerns_the_whole_file(String header, String code) throws IOException {
        ImportResult result = run(ImportKind.PRODUCTS, false, Dialect.AUTO, header + "\nP1,Tea,Beverages\n");
        assertThat(result.problems()).singleElement().extracting(Problem::code).isEqualTo(code);
    }

    @Test
    void an_empty_file_and_one_without_rows_are_told_apart() throws IOException {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> run(ImportKind.PRODUCTS, false, Dialect.AUTO, ""));
        assertThat(run(ImportKind.PRODUCTS, false, Dialect.AUTO, "product_id,name,product_group\n")
                        .problems())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("import.noRows");
    }

    @Test
    void every_message_is_there_in_german_and_english_and_says_what_to_do() {
        Problem problem = new Problem(2, "net_amount", "import.numberDe", "12x", 0);
        assertThat(texts.text(problem, Locale.GERMAN))
                .isEqualTo("„12x“ ist keine Zahl. Schreiben Sie 1234,50 oder 1.234,50.");
        assertThat(texts.text(problem, Locale.ENGLISH))
                .isEqualTo("\"12x\" is not a number. Write 1234,50 or 1.234,50.");
    }

    @Test
    void only_process_owners_import() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> imports.run(
                        List.of(ImportPart.ofFile(ImportKind.PRODUCTS, folder, Dialect.AUTO)),
                        false,
                        new Caller("rep", Set.of(Groups.REP)),
                        Progress.NONE));
    }

    // ---- what is kept

    @Test
    void a_preview_changes_nothing() throws IOException {
        assertThat(run(ImportKind.EMPLOYEES, false, Dialect.AUTO, EMPLOYEES).isClean())
                .isTrue();
        assertThat(count("employee")).isZero();
    }

    @Test
    void the_same_file_twice_changes_nothing() throws IOException {
        company();
        String orders = ORDER_HEADER + "1,2025-01-01,A1,P1,R1,1,10.00,EUR\n1,2025-01-01,A1,P1,R1,2,20.00,EUR\n";
        run(ImportKind.ORDERS, true, Dialect.EN, orders);
        List<Map<String, Object>> once = jdbc.queryForList("select * from konsens.order_line order by position");
        run(ImportKind.ORDERS, true, Dialect.EN, orders);
        assertThat(jdbc.queryForList("select * from konsens.order_line order by position"))
                .isEqualTo(once)
                .hasSize(2);
    }

    @Test
    void a_corrected_order_loses_the_lines_it_no_longer_has_and_other_orders_stay() throws IOException {
        company();
        run(
                ImportKind.ORDERS,
                true,
                Dialect.EN,
                ORDER_HEADER
                        + "1,2025-01-01,A1,P1,,1,10.00,EUR\n1,2025-01-01,A1,P2,,1,5.00,EUR\n2,2025-01-01,A1,P1,,1,1.00,EUR\n");
        run(ImportKind.ORDERS, true, Dialect.EN, ORDER_HEADER + "1,2025-01-01,A1,P1,,1,11.00,EUR\n");
        assertThat(jdbc.queryForList(
                        "select order_id || ':' || net_amount from konsens.order_line order by 1", String.class))
                .containsExactly("1:11.00", "2:1.00");
    }

    @Test
    void employees_become_users_in_the_right_groups() throws IOException {
        run(ImportKind.EMPLOYEES, true, Dialect.AUTO, EMPLOYEES + "NEW.1,Nora Neu,n@example.org,rep,M1,Sales\n");
        assertThat(groups("new.1")).containsExactly("rep");
        assertThat(groups("m1")).containsExactly("manager");
        assertThat(identityService.checkPassword("new.1", "first-secret")).isTrue();

        run(ImportKind.ACCOUNTS, true, Dialect.AUTO, ACCOUNTS + "A2,Beta,,,M1\n");
        assertThat(groups("m1")).as("who owns accounts plans, too").containsExactlyInAnyOrder("manager", "rep");
    }

    @Test
    void importing_again_leaves_a_changed_password_alone_and_follows_the_role() throws IOException {
        run(ImportKind.EMPLOYEES, true, Dialect.AUTO, EMPLOYEES);
        var rita = identityService.createUserQuery().userId("r1").singleResult();
        rita.setPassword("my own");
        identityService.saveUser(rita);
        run(
                ImportKind.EMPLOYEES,
                true,
                Dialect.AUTO,
                EMPLOYEES.replace("r1@example.org,rep", "r1@example.org,manager"));
        assertThat(identityService.checkPassword("r1", "my own")).isTrue();
        assertThat(groups("r1")).containsExactly("manager");
    }

    /** The public sample company, where it is at hand. */
    @Test
    void northwind_imports_whole_and_to_the_cent() throws IOException {
        Path northwind = Path.of("..", "shared", "data", "northwind");
        Assumptions.assumeTrue(Files.isDirectory(northwind), "the Northwind files are not beside this project");
        for (int time = 0; time < 2; time++) {
            assertThat(northwind(northwind, ImportKind.EMPLOYEES)).isEqualTo(9);
            assertThat(northwind(northwind, ImportKind.ACCOUNTS)).isEqualTo(91);
            assertThat(northwind(northwind, ImportKind.PRODUCTS)).isEqualTo(77);
            assertThat(northwind(northwind, ImportKind.ORDERS)).isEqualTo(2155);
            assertThat(count("order_line")).isEqualTo(2155);
            assertThat(jdbc.queryForObject("select sum(net_amount) from konsens.order_line", String.class))
                    .isEqualTo("1265792.93");
            assertThat(jdbc.queryForList(
                            "select sum(net_amount)::text from konsens.order_line"
                                    + " group by extract(year from order_date) order by extract(year from order_date)",
                            String.class))
                    .containsExactly("208083.95", "617085.10", "440623.88");
        }
    }

    private int northwind(Path folder, ImportKind kind) {
        ImportResult result = run(kind, true, Dialect.AUTO, folder.resolve(kind.path() + ".csv"));
        assertThat(result.problems()).isEmpty();
        return result.accepted();
    }

    private void company() throws IOException {
        run(ImportKind.EMPLOYEES, true, Dialect.AUTO, EMPLOYEES);
        run(ImportKind.ACCOUNTS, true, Dialect.AUTO, ACCOUNTS);
        run(ImportKind.PRODUCTS, true, Dialect.AUTO, PRODUCTS);
    }

    private ImportResult order(Dialect dialect, String date, String amount) throws IOException {
        String row = "1,2025-12-31,A1,P1,R1,1,AMOUNT,EUR".replace("2025-12-31", date);
        String file = ORDER_HEADER + row;
        return run(
                ImportKind.ORDERS,
                true,
                dialect,
                (dialect == Dialect.DE ? file.replace(',', ';') : file).replace("AMOUNT", amount));
    }

    private ImportResult run(ImportKind kind, boolean commit, Dialect dialect, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), content, StandardCharsets.UTF_8);
        return run(kind, commit, dialect, file);
    }

    private ImportResult run(ImportKind kind, boolean commit, Dialect dialect, Path file) {
        return imports.run(List.of(ImportPart.ofFile(kind, file, dialect)), commit, OWNER, Progress.NONE);
    }

    private int count(String table) {
        return jdbc.queryForObject("select count(*) from konsens." + table, Integer.class);
    }

    private List<String> groups(String user) {
        return identityService.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
