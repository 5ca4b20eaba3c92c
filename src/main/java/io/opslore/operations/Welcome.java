package io.opslore.operations;

import io.opslore.identity.FirstAdmin;
import io.opslore.identity.LocalToken;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Once the portal is up: makes the first admin, tells the terminal the address and the one-time
 * password, and leaves address and token for the command line in a file that only its owner may
 * read.
 */
@Component
class Welcome implements DisposableBean {

    private static final String FILE = "portal.json";

    private final FirstAdmin firstAdmin;
    private final LocalToken token;
    private final DataFolder folder;
    private final OwnCertificate certificate;
    private final JsonMapper json;

    Welcome(
            FirstAdmin firstAdmin,
            LocalToken token,
            DataFolder folder,
            OwnCertificate certificate,
            JsonMapper json) {
        this.firstAdmin = firstAdmin;
        this.token = token;
        this.folder = folder;
        this.certificate = certificate;
        this.json = json;
    }

    @EventListener
    void on(ApplicationReadyEvent event) throws IOException {
        Optional<String> password = firstAdmin.createIfNeeded();
        if (event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            String scheme = certificate.fingerprint().isPresent() ? "https" : "http";
            String url = scheme + "://localhost:" + web.getWebServer().getPort();
            leaveAddress(url);
            certificate.onChange(() -> leaveAddress(url));
            greet(url, password, System.out);
        }
    }

    private void leaveAddress(String url) {
        Map<String, String> told =
                Map.of(
                        "url",
                        url,
                        "token",
                        token.value(),
                        "certificate",
                        certificate.fingerprint().orElse(""));
        try {
            folder.writeSecret(FILE, json.writeValueAsString(told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        Files.deleteIfExists(folder.path().resolve(FILE));
    }

    /** Straight to the terminal: the password must not reach a log. */
    private static void greet(String url, Optional<String> password, PrintStream terminal) {
        terminal.println();
        terminal.println("  OpsLore is running at " + url);
        password.ifPresent(once -> {
            terminal.println(
                    "  Sign in as " + FirstAdmin.USERNAME + " with the one-time password " + once);
            terminal.println("  It must be changed at first sign-in and is not shown again.");
        });
        terminal.println("  Ctrl-C stops it.");
        terminal.println();
    }
}
