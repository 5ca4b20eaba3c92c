package io.opslore.operations.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.logging.LogFile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The end of the log, each line without what it names; of faults their kinds and their places. */
@Component
class LogPart implements BundlePart {

    private static final int LINES = 2000;

    private final Environment environment;
    private final Scrubbing scrubbing;

    LogPart(Environment environment, Scrubbing scrubbing) {
        this.environment = environment;
        this.scrubbing = scrubbing;
    }

    @Override
    public String file() {
        return "log.txt";
    }

    @Override
    public String content() throws IOException {
        LogFile log = LogFile.get(environment);
        if (log == null || !Files.isReadable(Path.of(log.toString()))) {
            return "There is no log file.\n";
        }
        Set<String> names = scrubbing.names();
        return last(Path.of(log.toString())).stream()
                .map(line -> told(line, names))
                .collect(Collectors.joining());
    }

    private static Deque<String> last(Path log) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        // Bytes that are no text, after a portal was killed, cost no more than their line.
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last.addLast(line);
                if (last.size() > LINES) {
                    last.removeFirst();
                }
            }
        }
        return last;
    }

    private String told(String line, Set<String> names) {
        try {
            JsonNode event = JsonMapper.shared().readTree(line);
            return "%s %s %s %s\n%s"
                    .formatted(
                            event.path("@timestamp").asString(),
                            event.at("/log/level").asString(),
                            event.at("/log/logger").asString(),
                            scrubbing.line(event.path("message").asString(), names),
                            places(event.at("/error/stack_trace").asString("")));
        } catch (JacksonException e) {
            return "(a line that cannot be read)\n";
        }
    }

    /** Messages quote what they are about; frames are the program alone. */
    private static String places(String stack) {
        return stack.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.startsWith("\tat ") ? line : kind(line))
                .filter(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String kind(String line) {
        String type = line.strip().replaceFirst("^(Caused by|Suppressed): ", "");
        type = type.contains(":") ? type.substring(0, type.indexOf(':')) : type;
        return type.matches("[\\w.$]+\\.[\\w$]+(Exception|Error|Away|Failed|Failure)?")
                ? "  " + type
                : "";
    }
}
