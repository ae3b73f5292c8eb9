package io.konsens.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser of their own. */
public final class Person implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> faults = new ArrayList<>();

    /** Somebody who reads German, at a usual screen. */
    static Person at(int port) {
        return at(port, "de-DE");
    }

    static Person at(int port, String locale) {
        return at(port, locale, 1600, 1000);
    }

    static Person at(int port, String locale, int width, int height) {
        return new Person(Chromium.shared(), "http://localhost:" + port, locale, width, height);
    }

    public Person(Browser browser, String address, String locale) {
        this(browser, address, locale, 1600, 1000);
    }

    private Person(Browser browser, String address, String locale, int width, int height) {
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(width, height));
        this.page = context.newPage();
        this.page.setDefaultTimeout(Chromium.PATIENCE);
        this.page.onPageError(faults::add);
        this.address = address;
    }

    public Page page() {
        return page;
    }

    /** One more page of the same person. */
    public Page newPage() {
        Page another = context.newPage();
        another.setDefaultTimeout(20_000);
        return another;
    }

    public String address() {
        return address;
    }

    /** Errors of scripts on the pages visited so far. */
    List<String> faults() {
        return faults;
    }

    /** Logs in on our page and is then known to the task list, too. */
    public Person logIn(String user, String password) {
        page.navigate(address + "/login");
        page.locator("[name=username]").fill(user);
        page.locator("[name=password]").fill(password);
        page.locator("button.primary").click();
        page.waitForURL(address + "/");
        return this;
    }

    void visit(String path) {
        page.navigate(address + path);
    }

    /** Opens a task by its name and waits for its grid. */
    void openTask(String name) {
        page.navigate(address + "/camunda/app/tasklist/default/");
        page.getByText(name).first().click();
        grid().locator(".kg-bar").waitFor();
    }

    boolean hasTask(String name) {
        page.navigate(address + "/camunda/app/tasklist/default/");
        page.locator(".tasks-list, .task-filters").first().waitFor();
        page.waitForTimeout(1500);
        return page.getByText(name).count() > 0;
    }

    Locator grid() {
        return page.locator(".konsens-grid").first();
    }

    Locator line(String name) {
        return grid().locator(".tabulator-row:not(.tabulator-calcs):not(.tabulator-group)")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    Locator cell(String line, String field) {
        return line(line).locator(".tabulator-cell[tabulator-field=" + field + "]");
    }

    /** Types into a cell as one does in a spreadsheet. */
    void type(String line, String field, String text) {
        cell(line, field).dblclick();
        Locator editor = cell(line, field).locator("input");
        editor.fill(text);
        editor.press("Enter");
        page.keyboard().press("Escape");
    }

    void press(String line, String button) {
        line(line)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    void choose(String label) {
        page.getByLabel(label).check();
    }

    void fill(String label, String text) {
        page.getByLabel(label).fill(text);
    }

    /** Waits until everything typed is on the server. */
    void waitUntilSaved() {
        page.waitForTimeout(400);
        page.waitForFunction("!document.querySelector('.konsens-grid').konsensGrid.saver.pending");
    }

    /** Completes the open task, which then goes away. */
    void complete() {
        pressComplete();
        grid().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Tries to complete the open task and tells why it was refused. */
    String refusal() {
        pressComplete();
        Locator answer = page.locator(".page-notifications .alert-danger").first();
        answer.waitFor();
        return answer.innerText();
    }

    /** Asks to complete the open task. The last refusal lies over the button until it is closed. */
    void pressComplete() {
        Locator earlier = page.locator(".page-notifications .alert button.close:visible");
        while (earlier.count() > 0) {
            earlier.first().click();
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abschließen"))
                .click();
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
