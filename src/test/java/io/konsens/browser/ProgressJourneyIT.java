package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.konsens.testing.Answer;
import io.konsens.testing.ThrowAwayPostgres;
import io.konsens.testing.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo company's director, and a manager of twelve, follow how far their people have come. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "konsens.demo=true")
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class ProgressJourneyIT {

    private static final String YEAR = String.valueOf(Year.now().getValue() + 1);
    private static final String PAGE = "/campaign/progress";
    /** Of every row. */
    private static final String NAMES = ".tree .toggle span:last-child, .tree tbody th > a";

    @TempDir
    private static Path data;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry properties) {
        properties.add("konsens.data-dir", () -> data.toString());
    }

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @Test
    void the_director_goes_down_to_the_person_by_keyboard_and_sends_on_what_she_sees() {
        try (Person regina = person("regina", "de-DE")) {
            regina.page()
                    .getByRole(AriaRole.NAVIGATION)
                    .getByText("Fortschritt")
                    .click();
            shows(regina, "Vertrieb", "Fläche und Projekte", "West");
            assertThat(row(regina, "Vertrieb")).containsText("24 Vereinbarungen");

            regina.page().waitForLoadState();
            toggle(regina, "Fläche und Projekte").focus();
            regina.page().keyboard().press("ArrowRight");
            assertThat(toggle(regina, "Nord")).isVisible();
            assertThat(toggle(regina, "Fläche und Projekte")).isFocused();
            assertThat(toggle(regina, "Fläche und Projekte")).hasAttribute("aria-expanded", "true");
            regina.page().keyboard().press("ArrowDown");
            assertThat(toggle(regina, "Nord")).isFocused();
            regina.page().keyboard().press("Enter");
            assertThat(row(regina, "Anna Lindner")).containsText("Planung");
            assertThat(row(regina, "Anna Lindner")).containsText("Runde 1 von 2, seit");

            try (Person helene = person("regina", "de-DE")) {
                helene.page().navigate(regina.page().url());
                assertThat(row(helene, "Anna Lindner")).isVisible();
                assertThat(row(helene, "Eva Reimann")).hasCount(0);
            }
            regina.page().keyboard().press("ArrowLeft");
            assertThat(row(regina, "Anna Lindner")).hasCount(0);
            assertThat(regina.faults()).isEmpty();
        }
    }

    @Test
    void the_director_filters_and_takes_along_what_is_shown() throws IOException {
        try (Person regina = person("regina", "de-DE")) {
            regina.visit(PAGE);
            String whole = cells(regina, "Vertrieb").get(3);
            regina.page().getByLabel("nur überfällige").check();
            assertThat(row(regina, "Eva Reimann")).containsText("überfällig seit");
            assertThat(row(regina, "Anna Lindner")).hasCount(0);
            assertThat(row(regina, "Vertrieb")).containsText("3 von 24 gezeigt");
            assertThat(cells(regina, "Vertrieb").get(3)).as("sums stay whole").isEqualTo(whole);
            regina.page().getByLabel("Organisationseinheit").selectOption("Süd");
            shows(regina, "Süd", "Eva Reimann", "Greta Maurer", "Sabine Kolb");

            List<String> csv = Files.readAllLines(download(regina, "CSV").path(), StandardCharsets.UTF_8);
            assertThat(csv).hasSize(5);
            assertThat(csv.get(2)).startsWith("Eva Reimann;1;Person;Sabine Kolb;1;Antwort;");
            List<Row> xlsx = read(download(regina, "Excel"));
            assertThat(xlsx).hasSize(5);
            assertThat(xlsx.get(0).getCellText(0)).isEqualTo("Wer");
            assertThat(xlsx.get(2).getCellText(0)).isEqualTo("Eva Reimann");
            assertThat(germanAmount(cells(regina, "Eva Reimann").get(2)))
                    .isEqualByComparingTo(xlsx.get(2).getCellAsNumber(12).orElseThrow());

            regina.page().getByLabel("Organisationseinheit").selectOption("");
            regina.page().getByLabel("nur überfällige").uncheck();
            regina.page().locator("select[name=state]").selectOption("DISPUTE");
            assertThat(row(regina, "Igor Petrović")).isVisible();
            regina.page().locator("select[name=state]").selectOption("");
            regina.page().getByLabel("Suche").fill("castrop");
            regina.page().keyboard().press("Enter");
            assertThat(row(regina, "Yusuf Arslan")).isVisible();
            assertThat(regina.page().locator(NAMES)).hasCount(3 + 12);
            assertThat(regina.faults()).isEmpty();
        }
    }

    @Test
    void what_a_rep_plans_appears_by_itself_and_disturbs_nobody() {
        try (Person regina = person("regina", "de-DE")) {
            regina.visit(PAGE + "?period=" + YEAR + "&open=u:Vertrieb&open=u:Fläche und Projekte&open=u:Nord");
            regina.page().evaluate("window.neverReloaded = true");
            BigDecimal anna = germanAmount(cells(regina, "Anna Lindner").get(3));
            BigDecimal all = germanAmount(cells(regina, "Vertrieb").get(3));
            toggle(regina, "Nord").focus();

            plan("anna", "7000.25");

            assertThat(row(regina, "Anna Lindner"))
                    .not()
                    .containsText(german(anna), new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            assertThat(germanAmount(cells(regina, "Anna Lindner").get(3)).subtract(anna))
                    .isEqualByComparingTo("7000.25");
            assertThat(germanAmount(cells(regina, "Vertrieb").get(3)).subtract(all))
                    .isEqualByComparingTo("7000.25");
            assertThat(toggle(regina, "Nord")).isFocused();
            assertThat(regina.page().evaluate("window.neverReloaded")).isEqualTo(true);

            AtomicInteger asked = new AtomicInteger();
            regina.page().onRequest(request -> {
                if (request.url().contains("/live")) {
                    asked.incrementAndGet();
                }
            });
            regina.page()
                    .evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true});"
                            + " document.dispatchEvent(new Event('visibilitychange'))");
            regina.page().waitForTimeout(7_000);
            assertThat(asked).as("nobody looks").hasValue(0);
            regina.page().evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
            regina.page().waitForTimeout(1_000);
            assertThat(asked.get()).isPositive();
            assertThat(regina.faults()).isEmpty();
        }
    }

    @Test
    void a_manager_of_twelve_sees_hers_and_goes_to_their_tasks() {
        try (Person nina = person("nina", "de-DE")) {
            nina.visit(PAGE);
            assertThat(nina.page().locator(NAMES)).hasCount(13);
            assertThat(row(nina, "Ruhr")).containsText("12 Vereinbarungen");
            assertThat(row(nina, "Ruhr")).containsText("Lücke:");
            assertThat(row(nina, "Ruhr")).containsText("verteilt:");
            assertThat(nina.page().locator("main")).not().containsText("Cockpit");
            nina.page().getByLabel("Aufgabe von Olga Wiens öffnen").click();
            assertThat(nina.page().locator("body"))
                    .containsText(
                            "Planung prüfen " + YEAR + ", Runde 1: Olga Wiens",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            assertThat(nina.grid().locator(".kg-bar")).isVisible();
        }
        try (Person petra = person("petra", "de-DE")) {
            petra.visit(PAGE + "?search=olga");
            petra.page().getByLabel("Olga Wiens im Cockpit öffnen").click();
            petra.page().waitForURL(Pattern.compile(".*/cockpit/default/#/process-instance/.+"));
        }
    }

    @Test
    void a_rep_sees_nobody_else() {
        try (Person anna = person("anna", "en-GB")) {
            anna.visit(PAGE);
            shows(anna, "Anna Lindner");
            assertThat(anna.page()
                            .navigate("http://localhost:" + port + "/agreements/" + YEAR + "-eva/task")
                            .status())
                    .isEqualTo(404);
            assertThat(anna.page()
                            .navigate("http://localhost:" + port + "/agreements/" + YEAR + "-anna/instance")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_page_keeps_nobody_out() {
        try (Person regina = person("regina", "de-DE")) {
            for (int width : new int[] {1280, 390}) {
                regina.page().setViewportSize(width, 900);
                regina.visit(PAGE + "?open=all");
                assertThat(row(regina, "Anna Lindner")).isVisible();
                assertThat(new AxeBuilder(regina.page()).analyze().getViolations())
                        .as("at " + width)
                        .isEmpty();
                assertThat(regina.page().evaluate("document.documentElement.scrollWidth <= " + width))
                        .as("fits " + width)
                        .isEqualTo(true);
            }
        }
    }

    private Person person(String user, String locale) {
        return new Person(chromium.browser(), "http://localhost:" + port, locale).logIn(user, user);
    }

    private static Locator row(Person person, String name) {
        return person.page()
                .locator(".tree tbody tr")
                .filter(new Locator.FilterOptions().setHas(person.page().getByText(name, exactly())));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator toggle(Person person, String name) {
        return row(person, name).locator(".toggle");
    }

    private static void shows(Person person, String... names) {
        assertThat(person.page().locator(NAMES)).hasText(names);
    }

    /** Without the first, which is the name: state, open, prior year, plan … */
    private static List<String> cells(Person person, String name) {
        return row(person, name).locator("td").allInnerTexts().stream()
                .map(text -> text.lines().findFirst().orElse(""))
                .toList();
    }

    private static Download download(Person person, String kind) {
        return person.page()
                .waitForDownload(() -> person.page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(kind))
                        .click());
    }

    private static List<Row> read(Download download) throws IOException {
        try (InputStream content = Files.newInputStream(download.path());
                ReadableWorkbook workbook = new ReadableWorkbook(content)) {
            return workbook.getFirstSheet().read();
        }
    }

    /** Fills in the first line that is still open. */
    private void plan(String rep, String amount) {
        Visitor visitor = Visitor.program(port, rep, rep);
        String agreement = "/api/v1/agreements/" + YEAR + "-" + rep;
        for (JsonNode line : visitor.get(agreement).json().path("lines")) {
            if (line.path("metric").asText().equals("revenue")
                    && line.path("plan").isNull()) {
                Answer answer = visitor.send(
                        "PATCH",
                        agreement + "/lines/" + line.path("id").asText(),
                        "{\"version\": %s, \"plan\": \"%s\"}".formatted(line.path("version"), amount));
                assertThat(answer.status()).isEqualTo(200);
                return;
            }
        }
        throw new AssertionError("Nothing is open");
    }

    private static BigDecimal germanAmount(String text) {
        return new BigDecimal(text.replace(".", "").replace(',', '.'));
    }

    private static String german(BigDecimal amount) {
        return String.format(Locale.GERMANY, "%,.2f", amount);
    }
}
