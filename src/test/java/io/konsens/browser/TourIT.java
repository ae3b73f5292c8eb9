package io.konsens.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Year;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/**
 * Takes the README's tour through the demo company and photographs every stop, so that its pictures stay true.
 *
 * <p>The pictures are left in {@code target/tour}; with {@code -Dtour.update} they replace those of the README.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "konsens.demo=true")
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class TourIT {

    private static final Path PICTURES = Path.of("target", "tour");
    private static final Path README_PICTURES = Path.of("docs", "images");
    private static final String YEAR = String.valueOf(Year.now().getValue() + 1);

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
    static void start() throws IOException {
        chromium = Chromium.start();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void keepPictures() throws IOException {
        chromium.close();
        if (System.getProperty("tour.update") != null) {
            Files.createDirectories(README_PICTURES);
            try (Stream<Path> taken = Files.list(PICTURES)) {
                for (Path picture : taken.toList()) {
                    Files.copy(
                            picture,
                            README_PICTURES.resolve(picture.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Test
    void a_rep_plans() {
        task("anna", "Ziele planen " + YEAR + ": Anna Lindner", "plan-targets", "de-DE");
    }

    @Test
    void a_manager_reviews() {
        task("markus", "Planung prüfen " + YEAR + ", Runde 1: Ben Hartwig", "review-plan", "de-DE");
    }

    @Test
    void the_rep_answers() {
        task("eva", "Vorschläge beantworten " + YEAR + ", Runde 1: Eva Reimann", "answer-proposals", "de-DE");
    }

    @Test
    void both_align_what_is_left() {
        task("markus", "Abweichungen abstimmen " + YEAR + ": Clara Voss", "align-targets", "de-DE");
    }

    @Test
    void the_manager_confirms() {
        task("sabine", "Ziele bestätigen " + YEAR + ": Greta Maurer", "confirm-targets", "de-DE");
    }

    @Test
    void somebody_else_plans_in_english() {
        task("kevin", "Plan targets " + YEAR + ": Kevin Murphy", "plan-targets-en", "en-GB");
    }

    @Test
    void the_process_owner_sees_where_the_campaign_stands() {
        page("petra", "/campaign", "campaign", "24 Vereinbarungen");
    }

    @Test
    void the_director_sees_how_far_everybody_has_come() {
        page(
                "regina",
                "/campaign/progress?open=u:Vertrieb&open=u:West&open=u:Fläche und Projekte&open=u:Nord",
                "progress",
                "Clara Voss");
    }

    @Test
    void an_agreement_tells_its_whole_story() {
        page("petra", "/agreements/" + YEAR + "-david", "record", "Bestätigt von david");
    }

    @Test
    void data_come_in_on_the_import_page() {
        page("petra", "/imports", "imports", "Was schon da ist");
    }

    @Test
    void the_readme_shows_no_picture_that_is_not_taken_here() throws IOException {
        assertThat(Pattern.compile("docs/images/([a-z-]+)\\.png")
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map((MatchResult picture) -> picture.group(1))
                        .distinct())
                .allSatisfy(name -> {
                    assertThat(README_PICTURES.resolve(name + ".png")).exists();
                    assertThat(Files.readString(Path.of("src/test/java/io/konsens/browser/TourIT.java")))
                            .contains('"' + name + '"');
                });
    }

    private void task(String user, String name, String picture, String locale) {
        try (Person person = new Person(chromium.browser(), address(), locale).logIn(user, user)) {
            person.openTask(name);
            person.line("").waitFor();
            person.page().waitForTimeout(500);
            person.photograph(PICTURES.resolve(picture + ".png"));
            assertThat(person.faults()).isEmpty();
        }
    }

    private void page(String user, String path, String picture, String expected) {
        try (Person person = new Person(chromium.browser(), address(), "de-DE").logIn(user, user)) {
            person.visit(path);
            person.page().getByText(expected).first().waitFor();
            person.page().waitForTimeout(800);
            person.photograph(PICTURES.resolve(picture + ".png"));
            assertThat(person.faults()).isEmpty();
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
