package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingCanary;
import io.opslore.testing.TestingEval;
import io.opslore.testing.TestingIntruder;
import io.opslore.testing.TestingPayloads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What comes out of the renderers, in a real browser and on a page without any policy that could
 * make up for a hole: nothing runs, nothing is loaded.
 */
class HostileRenderingBrowserTests {

    private static final int AT_ONCE = 250;

    private static final MarkdownOptions OPTIONS =
            MarkdownOptions.plain(new MarkdownOptions.Labels("Copy", "Image", "Link", kind -> kind))
                    .citing(Map.of(1, "document/x?lines=L1"), List.of("alert(1)"))
                    .linking(link -> "document/" + link.hashCode())
                    .picturing(address -> address);

    private static TestingCanary canary;
    private static HttpServer host;
    private static TestingBrowser browser;

    @BeforeAll
    static void aBrowserAndACanaryAreThere() throws IOException {
        assumeThat(TestingBrowser.isThere()).as("a Chromium on this machine").isTrue();
        canary = new TestingCanary();
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext(
                "/",
                exchange -> {
                    byte[] empty =
                            "<!DOCTYPE html><title>x</title>".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(200, empty.length);
                    exchange.getResponseBody().write(empty);
                    exchange.close();
                });
        host.start();
        browser = new TestingBrowser();
    }

    @AfterAll
    static void theyEnd() {
        if (browser != null) {
            browser.close();
            host.stop(0);
            canary.close();
        }
    }

    @Test
    void ourOwnPayloadsRunNothingAndLoadNothing() {
        List<String> payloads = TestingPayloads.all(canary.address());
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(300);

        int shown = show(payloads, HostileRenderingBrowserTests::contexts);

        System.out.printf(
                "rendering own: %d payloads in %d places, 0 scripts, 0 outside requests%n",
                payloads.size(), shown);
    }

    @Test
    void aPublicCollectionRunsNothingAndLoadsNothing() throws IOException {
        Path archive = TestingEval.archive("xss-payloadbox");
        assumeThat(archive).as("shared/eval/xss-payloadbox.tar.gz is there").isNotNull();
        List<String> payloads =
                TestingEval.texts(archive, ".txt").stream()
                        .flatMap(String::lines)
                        .filter(line -> !line.isBlank())
                        .toList();

        int shown =
                show(payloads, payload -> List.of(payload, "[x](" + payload + ")", "`" + payload));

        System.out.printf(
                "rendering payloadbox: %d payloads in %d places, 0 scripts, 0 outside requests%n",
                payloads.size(), shown);
    }

    private static List<String> contexts(String payload) {
        return List.of(
                payload,
                "- a\n- " + payload,
                "> " + payload,
                "| " + payload + " |\n|---|\n| " + payload + " |",
                "[x](" + payload + ")",
                "![" + payload + "](" + payload + ")",
                "```" + payload + "\n" + payload + "\n```",
                "# " + payload + "\n\n[1]: " + payload + "\n\n[1] [" + payload + "][1]",
                "> [!NOTE] " + payload + "\n> " + payload,
                Admonitions.asQuotes("!!! note \"" + payload + "\"\n    " + payload),
                AsciiDoc.toMarkdown("[[a]]\n== " + payload + "\n\n<<a," + payload + ">>"));
    }

    private static int show(
            List<String> payloads, java.util.function.Function<String, List<String>> contexts) {
        String origin = "http://127.0.0.1:" + host.getAddress().getPort();
        Page page = browser.open(origin, "en-GB", 1440, 900, false);
        TestingIntruder intruder = TestingIntruder.in(page);
        List<String> texts = payloads.stream().map(contexts).flatMap(List::stream).toList();
        for (int from = 0; from < texts.size(); from += AT_ONCE) {
            List<String> some = texts.subList(from, Math.min(from + AT_ONCE, texts.size()));
            page.navigate("/");
            page.setContent(
                    some.stream()
                            .map(HostileRenderingBrowserTests::html)
                            .collect(Collectors.joining()));
            List<String> found = new ArrayList<>(intruder.found("body"));
            found.addAll(browser.outsideRequests());
            found.addAll(canary.hits());
            assertThat(found).as("after %d texts", from).isEmpty();
        }
        page.context().close();
        return texts.size();
    }

    private static String html(String markdown) {
        return MarkdownRenderer.render(markdown, OPTIONS).stream()
                .map(HtmlBlock::html)
                .collect(Collectors.joining());
    }
}
