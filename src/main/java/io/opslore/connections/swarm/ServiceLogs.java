package io.opslore.connections.swarm;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.swarm.LogFrames.Frame;
import io.opslore.connections.swarm.SwarmLogs.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Reads what a service's containers wrote. The engine counts lines for each task alone. */
final class ServiceLogs {

    private static final int SEARCHED = 5_000;
    private static final int ATTEMPTS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String TASK = "com.docker.swarm.task.id";
    private static final String NODE = "com.docker.swarm.node.id";

    private final Engine engine;
    private final Names names;
    private final Hidden hidden;

    ServiceLogs(Engine engine, Names names, Hidden hidden) {
        this.engine = engine;
        this.names = names;
        this.hidden = hidden;
    }

    SwarmLogs read(JsonNode service, LogWish wish) {
        JsonNode task = service.path("Spec").path("TaskTemplate");
        String driver = task.path("LogDriver").path("Name").asString("");
        if (driver.equals("none")) {
            throw unreadable(driver);
        }
        boolean isTerminal = task.path("ContainerSpec").path("TTY").asBoolean(false);
        LogFrames frames = frames(service, isTerminal, query(wish));
        List<Line> lines =
                frames.frames().stream()
                        .map(this::line)
                        .filter(line -> wish.task().isEmpty() || line.task().equals(wish.task()))
                        .filter(line -> contains(line.text(), wish.contains()))
                        .sorted(Comparator.comparing(Line::at))
                        .toList();
        if (lines.isEmpty() && frames.failed() && !driver.isEmpty()) {
            throw unreadable(driver);
        }
        boolean isMore = lines.size() > wish.tail();
        List<Line> last = lines.subList(isMore ? lines.size() - wish.tail() : 0, lines.size());
        return new SwarmLogs(clean(last), frames.failed(), frames.cut() || isMore);
    }

    /** The engine may wait for ever for a task that will never write: what has come counts. */
    private LogFrames frames(JsonNode service, boolean isTerminal, Map<String, String> query) {
        String path = "/services/" + service.path("ID").asString("") + "/logs";
        for (int attempt = 1; ; attempt++) {
            LogFrames frames = new LogFrames();
            try {
                engine.stream(path, query, PATIENCE, body -> frames.read(body, isTerminal));
                return frames;
            } catch (ConnectionFailed failed) {
                boolean isLate = failed.reason() == Reason.TIMEOUT;
                if (!isLate || attempt == ATTEMPTS && frames.frames().isEmpty()) {
                    throw failed;
                }
                if (!frames.frames().isEmpty()) {
                    frames.giveUp();
                    return frames;
                }
            }
        }
    }

    private static Map<String, String> query(LogWish wish) {
        Map<String, String> query = new HashMap<>();
        query.put("stdout", wish.stream().equals("stderr") ? "0" : "1");
        query.put("stderr", wish.stream().equals("stdout") ? "0" : "1");
        query.put("timestamps", "1");
        query.put("details", "1");
        query.put("follow", "0");
        int tail = wish.contains().isEmpty() ? wish.tail() + 1 : SEARCHED;
        query.put("tail", Integer.toString(tail));
        if (wish.since() != null) {
            query.put("since", Long.toString(wish.since().getEpochSecond()));
        }
        return query;
    }

    /** A time, what the engine knows of the line by commas, and the line. */
    private Line line(Frame frame) {
        String[] parts = frame.text().split(" ", 3);
        if (parts.length < 2) {
            return new Line("", "", "", frame.stream(), frame.text());
        }
        Map<String, String> details = new HashMap<>();
        for (String detail : parts[1].split(",")) {
            int at = detail.indexOf('=');
            if (at > 0) {
                details.put(detail.substring(0, at), detail.substring(at + 1));
            }
        }
        return new Line(
                parts[0],
                details.getOrDefault(TASK, ""),
                names.node(details.getOrDefault(NODE, "")),
                frame.stream(),
                parts.length > 2 ? parts[2] : "");
    }

    /** A task's lines belong together. */
    private List<Line> clean(List<Line> lines) {
        Map<String, List<String>> texts = new HashMap<>();
        for (Line line : lines) {
            texts.computeIfAbsent(writer(line), writer -> new ArrayList<>()).add(line.text());
        }
        Map<String, Iterator<String>> clean = new HashMap<>();
        texts.forEach((writer, text) -> clean.put(writer, hidden.lines(text).iterator()));
        return lines.stream()
                .map(line ->
                        new Line(
                                line.at(),
                                line.task(),
                                line.node(),
                                line.stream(),
                                Objects.requireNonNull(clean.get(writer(line))).next()))
                .toList();
    }

    private static String writer(Line line) {
        return line.task() + " " + line.stream();
    }

    private static boolean contains(String text, String wanted) {
        return wanted.isEmpty()
                || text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static ConnectionFailed unreadable(String driver) {
        return new ConnectionFailed(
                Reason.UNSUPPORTED,
                "The service logs by the driver '%s', which cannot be read back."
                        .formatted(driver.replaceAll("[^A-Za-z0-9_./:-]", "?")),
                "Look where that driver sends its lines, for instance in Loki.");
    }
}
