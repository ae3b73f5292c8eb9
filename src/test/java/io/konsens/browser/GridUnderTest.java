package io.konsens.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The grid alone in a browser, as somebody uses it. */
final class GridUnderTest implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    GridUnderTest(Browser browser, String locale, GridServer server) {
        this(browser, locale, server, 1280, 900);
    }

    GridUnderTest(Browser browser, String locale, GridServer server, int width, int height) {
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, height));
        page = context.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE);
        page.onPageError(faults::add);
        server.serve(page);
        page.navigate(GridServer.ADDRESS);
        page.locator(".kg-bar").waitFor();
        page.locator(".tabulator-row").first().waitFor();
    }

    Page page() {
        return page;
    }

    List<String> faults() {
        return faults;
    }

    /** A cell of the line whose name contains this. */
    Locator cell(String line, String field) {
        return page.locator(".tabulator-row:not(.tabulator-calcs)")
                .filter(new Locator.FilterOptions().setHasText(line))
                .first()
                .locator("[tabulator-field=" + field + "]");
    }

    /** Types into a cell and leaves it with Enter. */
    void type(String line, String field, String text) {
        Locator editor = edit(line, field);
        editor.fill(text);
        editor.press("Enter");
    }

    Locator edit(String line, String field) {
        cell(line, field).dblclick();
        return cell(line, field).locator("input");
    }

    /** Pastes what a spreadsheet puts on the clipboard. */
    void paste(String line, String field, String text) {
        edit(line, field)
                .evaluate(
                        "(input, text) => { const data = new DataTransfer(); data.setData('text/plain', text);"
                                + " input.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                        text);
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    boolean isCompleted() {
        return page.title().equals("completed");
    }

    Locator state() {
        return page.locator(".kg-state");
    }

    /** Where a screen reader hears that it is. */
    Locator place() {
        return page.locator(".kg-bar > .kg-unseen[role=status]");
    }

    /** What copying gives to other programs. */
    String copied() {
        return clipboardAfter("copy");
    }

    String cut() {
        return clipboardAfter("cut");
    }

    private String clipboardAfter(String event) {
        return (String) page.evaluate(
                "event => { const data = new DataTransfer(); document.activeElement.dispatchEvent(new ClipboardEvent(event,"
                        + " {clipboardData: data, bubbles: true, cancelable: true})); return data.getData('text/plain'); }",
                event);
    }

    /** Pastes over the selected cells. */
    void pasteOver(String text) {
        page.evaluate(
                "text => { const data = new DataTransfer(); data.setData('text/plain', text); document.activeElement"
                        + ".dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                text);
    }

    void keys(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    Locator message() {
        return page.locator(".kg-message:not(.kg-question)");
    }

    /** What waits for a choice. */
    Locator question() {
        return page.locator(".kg-question");
    }

    /** From another tab or program: the grid then looks what has happened meanwhile. */
    void comeBack() {
        page.evaluate("window.dispatchEvent(new Event('focus'))");
    }

    /** Closes the tab, whatever the page says, and opens it again; tells whether the page warned. */
    boolean leaveAndReturn() {
        List<String> warnings = new ArrayList<>();
        Consumer<Dialog> leave = dialog -> {
            warnings.add(dialog.type());
            dialog.accept();
        };
        page.onDialog(leave);
        page.reload();
        page.offDialog(leave);
        page.locator(".tabulator-row").first().waitFor();
        return warnings.contains("beforeunload");
    }

    /** Waits while the browser goes on. */
    void waitUntil(BooleanSupplier isSo) {
        page.waitForCondition(isSo);
    }

    @Override
    public void close() {
        context.close();
    }
}
