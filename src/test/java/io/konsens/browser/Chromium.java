package io.konsens.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser to test with, wherever it comes from: one that is installed, else Playwright's own download, else (Debian, as
 * root) the distribution's package. Without any, browser tests fail: none is skipped silently.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell", // half the work of a browser with windows nobody sees
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final int MINUTES = 10;
    /** For whatever a page has to show, in milliseconds: a machine may have much else to do. */
    static final int PATIENCE = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, BrowserType.LaunchOptions options) {
        this.playwright = playwright;
        this.browser = playwright.chromium().launch(options.setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** The browser of all tests in this JVM, started by the first that wants it; each visitor has a context of their own. */
    static Browser shared() {
        return Shared.CHROMIUM.browser;
    }

    private static final class Shared {

        private static final Chromium CHROMIUM = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(CHROMIUM::close));
        }
    }

    /** A browser for oneself, to measure with. */
    public static Chromium start() {
        Optional<Path> installed = installed().or(Chromium::install);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions();
        installed.ifPresent(options::setExecutablePath);
        return new Chromium(Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD)), options);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROME_BIN")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * One at a time: two packages cannot be installed at once, and tests run in several programs.
     *
     * @return empty if Playwright knows best where it is
     */
    private static Optional<Path> install() {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "konsens-chromium.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = channel.lock()) {
            if (installed().isEmpty() && !download()) {
                run(List.of("apt-get", "update"));
                run(List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium-headless-shell"));
            }
            return installed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean download() {
        ProcessBuilder driver = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        driver.command().addAll(List.of("install", "--with-deps", "chromium-headless-shell"));
        return succeeds(driver);
    }

    private static void run(List<String> command) {
        if (!succeeds(new ProcessBuilder(command))) {
            throw new IllegalStateException("There is no Chromium or Chrome, and it cannot be installed here: "
                    + command + " failed. Install one, or name its program in CHROME_BIN.");
        }
    }

    private static boolean succeeds(ProcessBuilder command) {
        try {
            Process process = command.inheritIO().start();
            return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
