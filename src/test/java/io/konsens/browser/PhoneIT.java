package io.konsens.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The steps in the task list on a telephone and on a small screen: readable, and their buttons within reach. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "konsens.demo=true")
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class PhoneIT {

    private static final Path PICTURES = Path.of("target", "phone");
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
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "anna, plan, 'Ziele planen %s: Anna Lindner'",
        "markus, review, 'Planung prüfen %s, Runde 1: Ben Hartwig'",
        "eva, answer, 'Vorschläge beantworten %s, Runde 1: Eva Reimann'",
        "markus, align, 'Abweichungen abstimmen %s: Clara Voss'",
        "sabine, confirm, 'Ziele bestätigen %s: Greta Maurer'"
    })
    void a_step_fits(String user, String mode, String task) {
        for (int width : new int[] {1280, 390}) {
            try (Person person = new Person(
                            chromium.browser(), "http://localhost:" + port, "de-DE", width, width == 390 ? 844 : 800)
                    .logIn(user, user)) {
                person.openTask(task.formatted(YEAR));
                person.line("").waitFor();
                person.page().waitForTimeout(700);
                person.photograph(PICTURES.resolve(mode + "-" + width + ".png"));
                assertThat(person.faults()).isEmpty();
                Locator state = person.grid().locator(".kg-bar");
                assertThat(state.boundingBox().y).as("in sight").isBetween(0.0, width == 390 ? 844.0 : 800.0);
                Locator complete =
                        person.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abschließen"));
                complete.scrollIntoViewIfNeeded();
                person.photograph(PICTURES.resolve(mode + "-" + width + "-end.png"));
                for (Locator part : List.of(person.grid(), complete)) {
                    assertThat(part.boundingBox().x).isNotNegative();
                    assertThat(part.boundingBox().x + part.boundingBox().width).isLessThanOrEqualTo(width);
                }
                if (mode.equals("confirm") && width == 390) {
                    person.choose("Ja, ich bestätige");
                    person.complete();
                }
            }
        }
    }
}
