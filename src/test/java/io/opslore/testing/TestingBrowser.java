package io.opslore.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Chromium, driven headless. Remembers what its console complained about and every request
 * that left the portal, so that a test can insist on neither.
 */
public final class TestingBrowser implements AutoCloseable {

    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /**
     * What Vaadin's client says when a page is left while its connection is open, and when its
     * session is ended while it is: whichever of the two ends comes first is told.
     */
    private static final List<String> PAGE_LEFT =
            List.of(
                    "Websocket closed, reason: Normal closure",
                    "Websocket closed, reason: This connection was established under an"
                            + " authenticated HTTP session that has ended");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> outsideRequests = Collections.synchronizedList(new ArrayList<>());

    /** Starts Chromium; throws {@link IllegalStateException} where there is none. */
    public TestingBrowser() {
        // Two slow cores may be busy with other things; a real failure is only told later.
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(withoutDownload()));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(QUIET));
    }

    /** Whether this machine has a browser. */
    public static boolean isThere() {
        return candidates().anyMatch(Files::isExecutable);
    }

    /** A fresh profile on the portal at the given address. */
    public Page open(String baseUrl, String language, int width, int height, boolean dark) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(baseUrl)
                                .setLocale(language)
                                .setViewportSize(width, height)
                                .setAcceptDownloads(true)
                                .setColorScheme(
                                        dark
                                                ? com.microsoft.playwright.options.ColorScheme.DARK
                                                : com.microsoft.playwright.options.ColorScheme
                                                        .LIGHT));
        Page page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            boolean isBad = message.type().equals("error") || message.type().equals("warning");
            if (isBad && PAGE_LEFT.stream().noneMatch(message.text()::startsWith)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(baseUrl) && !url.startsWith("data:") && !url.startsWith("blob:")) {
                outsideRequests.add(url);
            }
        });
        return page;
    }

    /** Errors and warnings of all pages' consoles so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Requests to anywhere but the portal so far. */
    public List<String> outsideRequests() {
        return List.copyOf(outsideRequests);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Map<String, String> withoutDownload() {
        var environment = new java.util.HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return environment;
    }

    private static Path executable() {
        return candidates()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium on this machine"));
    }

    private static Stream<Path> candidates() {
        return Stream.of("chromium", "google-chrome", "chromium-browser")
                .map(name -> Path.of("/usr/bin", name));
    }
}
