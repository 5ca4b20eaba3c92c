package io.opslore.guard.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.mock.env.MockEnvironment;

/** With the real logging, as Spring Boot sets it up, writing to a file. */
class MaskedLoggingTests {

    private static final String SECRET = "Kx9-vQ2w";
    private static final Logger LOG = LoggerFactory.getLogger(MaskedLoggingTests.class);

    @TempDir Path folder;

    private LoggingSystem logging;

    @BeforeEach
    void writeToAFile() {
        logging = start(folder.resolve("portal.json"), "ecs");
    }

    @AfterEach
    void writeAsBefore() {
        stop();
        LoggingSystem usual = LoggingSystem.get(getClass().getClassLoader());
        usual.beforeInitialize();
        usual.initialize(new LoggingInitializationContext(new MockEnvironment()), null, null);
    }

    @Test
    void messagesArgumentsExceptionsAndWhatGoesAlongHoldNoSecrets() throws IOException {
        var cause = new IllegalStateException("cannot log in with password=" + SECRET);
        cause.addSuppressed(new IOException("https://bot:" + SECRET + "@git.shop.example"));
        MDC.put("token", SECRET + SECRET);
        try {
            LOG.warn("password: " + SECRET);
            LOG.warn("The token {} of {}", SECRET + SECRET, "anna");
            LOG.error("It broke", new IllegalArgumentException("outer", cause));
            LOG.atWarn().addKeyValue("api_key", SECRET + SECRET).log("sent");
            LOG.warn("apiVersion: v1\nkind: Secret\nstringData:\n  greeting: {}\n", SECRET);
            LOG.info("Nothing to hide for anna");
        } finally {
            MDC.remove("token");
        }
        String file = written("portal.json");
        assertThat(file)
                .doesNotContain(SECRET)
                .contains("password: «secret:password»")
                .contains("The token «secret:token» of anna")
                .contains("IllegalArgumentException", "IllegalStateException", "MaskedLoggingTests")
                .contains("Nothing to hide for anna");
        assertThat(file.lines())
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(line -> line.endsWith("}"));
    }

    @Test
    void theTerminalGetsNoSecretsEither() {
        var terminal = new ByteArrayOutputStream();
        var loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        Appender<ILoggingEvent> console =
                loggers.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
        ((OutputStreamAppender<ILoggingEvent>) console).setOutputStream(terminal);

        LOG.error("password: {}", SECRET, new IllegalStateException("password: " + SECRET));

        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .contains("password: «secret:password»", "IllegalStateException")
                .doesNotContain(SECRET);
    }

    private static LoggingSystem start(Path file, String format) {
        var environment =
                new MockEnvironment()
                        .withProperty("logging.file.name", file.toString())
                        .withProperty("logging.structured.format.file", format);
        LoggingSystem system = LoggingSystem.get(MaskedLoggingTests.class.getClassLoader());
        LogFile logFile = LogFile.get(environment);
        logFile.applyToSystemProperties();
        system.getSystemProperties(environment).apply(logFile);
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), null, logFile);
        return system;
    }

    private void stop() {
        logging.cleanUp();
        System.clearProperty("LOG_FILE");
        System.clearProperty("FILE_LOG_STRUCTURED_FORMAT");
    }

    private String written(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
