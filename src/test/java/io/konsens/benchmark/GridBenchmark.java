package io.konsens.benchmark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.konsens.agreement.campaign.CampaignWorker;
import io.konsens.agreement.campaign.StartCampaign;
import io.konsens.browser.Chromium;
import io.konsens.browser.Person;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import io.konsens.testing.LargeTeam;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/**
 * The planning grid with 50, 300 and 1,500 lines in the task list, beside forms without a grid in the same run:
 * {@code mvn test -DargLine= -Dtest=GridBenchmark} ({@code -Dsizes=50,300}, {@code -Dforms=} for the grid alone).
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            // Without an administrator the task list shows nothing.
            "konsens.admin-password=" + SalesTeam.PASSWORD,
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
class GridBenchmark {

    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("sizes", "50,300,1500").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final List<NaiveForm> FORMS = Stream.of(
                    System.getProperty("forms", "FIELDS,DYNAMIC_LIST").split(","))
            .filter(form -> !form.isEmpty())
            .map(NaiveForm::valueOf)
            .toList();
    private static final int GROUPS = 10;
    /** Milliseconds after which once is enough. */
    private static final double SLOW = 10_000;

    private static final int LOADS = Integer.getInteger("loads", 5);
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));
    private static final String LINE = ".konsens-grid .tabulator-row:not(.tabulator-group, .tabulator-calcs)";
    private static final String PLAN = LINE + " .kg-edit:not(.kg-locked)[tabulator-field=plan]";

    @Autowired
    private StartCampaign campaign;

    @Autowired
    private CampaignWorker worker;

    @Autowired
    private Users users;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @Test
    void the_grid_beside_forms_without_one() throws InterruptedException {
        int largest = SIZES.stream().max(Integer::compare).orElseThrow();
        new LargeTeam(SIZES.size(), largest / GROUPS, GROUPS).join(jdbc);
        for (int i = 0; i < SIZES.size(); i++) {
            jdbc.update(
                    "delete from konsens.order_line where employee_id = ? and split_part(account_id, '-', 2)::int > ?",
                    "R" + (i + 1),
                    SIZES.get(i) / GROUPS);
            users.save("r" + (i + 1), "R " + (i + 1), "", List.of(Groups.REP));
        }
        campaign.start(LargeTeam.PERIOD, OWNER);
        worker.begin();
        while (campaign.progress(LargeTeam.PERIOD, OWNER).orElseThrow().running()) {
            Thread.sleep(100);
        }
        System.out.printf("%nMilliseconds; of keys the median and the 95th percentile%n");
        try (Chromium chromium = Chromium.start()) {
            for (int i = 0; i < SIZES.size(); i++) {
                String user = "r" + (i + 1);
                int lines = SIZES.get(i);
                try (Person person = new Person(chromium.browser(), "http://localhost:" + port, "de-DE")) {
                    person.logIn(user, SalesTeam.PASSWORD);
                    for (NaiveForm form : FORMS) {
                        String task = form.task(lines, user, repository, runtime, tasks);
                        try {
                            naive(person, task, form, lines).print(form.name(), lines);
                        } catch (TimeoutError tooMuch) {
                            System.out.printf("%-16s %6d  not on the screen within 90 s%n", form.name(), lines);
                        }
                        tasks.complete(task);
                    }
                    String task = tasks.createTaskQuery()
                            .taskAssignee(user)
                            .singleResult()
                            .getId();
                    grid(person, task, lines).print("GRID", lines);
                }
            }
        }
    }

    private static GridFigures grid(Person person, String task, int lines) {
        List<Double> loads = loads(person, task, LINE, 8);
        Page page = person.newPage();
        Stopwatch watch = new Stopwatch(page, LINE, 8);
        double open = open(person, page, watch);
        double opened = watch.worked();
        page.locator(PLAN).first().click();
        double begun = watch.worked();
        for (int line = 0; line < 25; line++) {
            write(page, "1234", "Enter");
        }
        List<Double> written = watch.keys(false);
        List<Double> moved = watch.keys(true);
        double[] work = {opened, (watch.worked() - begun) / (written.size() + moved.size())};
        assertThat(page.locator(".tabulator-editing input")).isFocused();
        page.keyboard().press("Escape");
        String paste = paste(page, watch, lines);
        page.close();
        return new GridFigures(loads, open, written, moved, work, "paste " + paste);
    }

    private static String paste(Page page, Stopwatch watch, int lines) {
        Locator first = page.locator(PLAN).first();
        page.locator(".tabulator-tableholder").evaluate("holder => holder.scrollTop = 0");
        first.click();
        String block =
                IntStream.range(0, lines).mapToObj(i -> (500 + i) + ",50").collect(Collectors.joining("\n"));
        long begun = System.nanoTime();
        page.evaluate(
                "text => { const data = new DataTransfer(); data.setData('text/plain', text); document.activeElement"
                        + ".dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                block);
        double painted = watch.pasted();
        page.waitForFunction(
                "() => document.querySelector('.konsens-grid').konsensGrid.saver.pending === 0",
                null,
                new Page.WaitForFunctionOptions().setTimeout(60_000).setPollingInterval(20));
        double saved = (System.nanoTime() - begun) / 1e6;
        assertThat(page.locator(".kg-state")).containsText("gespeichert ");
        return "%.0f, saved after %.0f".formatted(painted, saved);
    }

    /** Fewer loads and keys of what takes seconds each time. */
    private static GridFigures naive(Person person, String task, NaiveForm form, int lines) {
        String input = ".fjs-container .fjs-form-field-number input:not([readonly])";
        List<Double> loads = loads(person, task, input, lines);
        Page page = person.newPage();
        Stopwatch watch = new Stopwatch(page, input, lines);
        page.navigate(address(person, task));
        watch.shown();
        double opened = watch.worked();
        page.locator(input).first().click();
        double begun = watch.worked();
        for (int line = 0; line < (loads.get(0) < SLOW ? 25 : 5); line++) {
            write(page, "1234", "Tab");
            if (form == NaiveForm.DYNAMIC_LIST) {
                write(page, "", "Tab", "Tab", "Tab");
            }
        }
        List<Double> written = watch.keys(false);
        List<Double> moved = watch.keys(true);
        double[] work = {opened, (watch.worked() - begun) / (written.size() + moved.size())};
        GridFigures figures = new GridFigures(loads, Double.NaN, written, moved, work, "");
        page.close();
        return figures;
    }

    /** As fast as somebody types who types fast. */
    private static void write(Page page, String text, String... keys) {
        for (int i = 0; i < text.length(); i++) {
            page.keyboard().press(text.substring(i, i + 1));
            page.waitForTimeout(80);
        }
        for (String key : keys) {
            page.keyboard().press(key);
            page.waitForTimeout(80);
        }
    }

    private static List<Double> loads(Person person, String task, String selector, int count) {
        List<Double> loads = new ArrayList<>();
        for (int i = 0; i < LOADS && (loads.isEmpty() || loads.get(0) < SLOW); i++) {
            try (Page page = person.newPage()) {
                Stopwatch watch = new Stopwatch(page, selector, count);
                page.navigate(address(person, task));
                loads.add(watch.shown());
            }
        }
        return loads;
    }

    private static String address(Person person, String task) {
        return person.address() + "/camunda/app/tasklist/default/#/?task=" + task;
    }

    /** From the click on the task in the list. */
    private static double open(Person person, Page page, Stopwatch watch) {
        page.navigate(person.address() + "/camunda/app/tasklist/default/");
        Locator task = page.getByText("Ziele planen").first();
        task.waitFor();
        page.waitForTimeout(1_000);
        task.click();
        return watch.shown();
    }
}
