package io.konsens.benchmark;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;

/** Takes times in the browser: from the event somebody caused to the frame in which they see the answer. */
final class Stopwatch {

    private static final Page.WaitForFunctionOptions PATIENCE = new Page.WaitForFunctionOptions().setTimeout(90_000);

    /** Works in the page, so that no way there and back is counted. */
    private static final String SCRIPT = """
            (() => {
              const painted = then => requestAnimationFrame(() => {
                const {port1, port2} = new MessageChannel();
                port1.onmessage = () => then(performance.now());
                port2.postMessage(0);
              });
              const watch = window.stopwatch = {begun: 0, keys: []};
              const look = () => document.querySelectorAll('%s').length >= %d
                ? painted(now => watch.shown = now - watch.begun) : requestAnimationFrame(look);
              look();
              addEventListener('click', event => {
                watch.begun = event.timeStamp;
                watch.shown = undefined;
                look();
              }, true);
              addEventListener('paste', event => {
                const begun = performance.now();
                painted(now => watch.pasted = now - begun);
              }, true);
              addEventListener('keydown', event =>
                painted(now => watch.keys.push([event.key, now - event.timeStamp])), true);
            })();
            """;

    private final Page page;
    private final CDPSession devTools;

    /** @param selector of what is waited for, until there is so much of it on the screen */
    Stopwatch(Page page, String selector, int count) {
        this.page = page;
        page.addInitScript(SCRIPT.formatted(selector, count));
        JsonObject threadTime = new JsonObject();
        threadTime.addProperty("timeDomain", "threadTicks");
        this.devTools = page.context().newCDPSession(page);
        devTools.send("Performance.enable", threadTime);
    }

    /** Milliseconds that the page's main thread has worked so far, whatever else the machine does. */
    double worked() {
        for (JsonElement metric : devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble() * 1000;
            }
        }
        throw new IllegalStateException("The browser does not tell.");
    }

    /**
     * Milliseconds from the last click, or from the navigation if there was none.
     *
     * @throws com.microsoft.playwright.TimeoutError after a minute and a half
     */
    double shown() {
        return when("stopwatch.shown");
    }

    /** Milliseconds from the paste event until its result is painted. */
    double pasted() {
        return when("stopwatch.pasted");
    }

    private double when(String time) {
        page.waitForFunction("() => " + time + " !== undefined", null, PATIENCE);
        return ((Number) page.evaluate(time)).doubleValue();
    }

    /** Milliseconds of each key that was pressed since: of those that move on, or of those that write. */
    List<Double> keys(boolean moving) {
        page.waitForTimeout(500);
        List<?> millis = (List<?>) page.evaluate(
                "moving => stopwatch.keys.filter(([key]) => (key.length > 1) === moving).map(([, millis]) => millis)",
                moving);
        return millis.stream().map(one -> ((Number) one).doubleValue()).toList();
    }

    static double share(List<Double> times, int percent) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
