package io.opslore.sources.live;

import io.opslore.connections.Drain;
import io.opslore.sources.live.LogDay.Window;
import io.opslore.sources.live.LogQueries.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what a log is like, and when errors rose in it. */
final class LogPages {

    private static final int MOST = 60;
    private static final int LONGEST = 300;

    private LogPages() {}

    /** All patterns of those days. */
    static String patterns(Query query, Collection<LogDay> days) {
        StringBuilder text = new StringBuilder();
        text.append("# Patterns in the logs of ").append(query.name()).append("\n\n");
        text.append("Lines that are alike as one pattern, `<*>` for what differs in them.");
        text.append(
                query.query().isEmpty() ? "" : " Asked for: " + Told.code(query.query(), LONGEST));
        text.append("\n");
        part(text, "Errors", together(days, LogDay::errors));
        part(text, "Other lines", together(days, LogDay::others));
        return text.toString();
    }

    /** What has to differ before the patterns are worth telling anew. */
    static String mark(String day, Collection<LogDay> days) {
        return day
                + List.of(together(days, LogDay::errors), together(days, LogDay::others)).stream()
                        .flatMap(List::stream)
                        .map(one -> one.pattern() + Long.toString(one.count()).length())
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    /** Empty for a day without any. */
    static String incidents(Query query, String day, LogDay seen) {
        StringBuilder text = new StringBuilder();
        List<Window> together = new ArrayList<>();
        for (Window window : seen.windows()) {
            boolean goesOn =
                    !together.isEmpty()
                            && together.getLast()
                                    .start()
                                    .plus(LogWatch.WINDOW)
                                    .equals(window.start());
            if (!together.isEmpty() && !(window.rise() && goesOn)) {
                incident(text, together);
                together.clear();
            }
            if (window.rise()) {
                together.add(window);
            }
        }
        if (!together.isEmpty()) {
            incident(text, together);
        }
        return text.isEmpty() ? "" : heading(query, day) + text;
    }

    private static String heading(Query query, String day) {
        return """
        # Incidents in the logs of %s on %s

        Times in UTC in which at least three times as many lines told of errors as usual in the day before.
        """
                .formatted(query.name(), day);
    }

    private static void incident(StringBuilder text, List<Window> windows) {
        Instant end = windows.getLast().start().plus(LogWatch.WINDOW);
        long errors = windows.stream().mapToLong(Window::errors).sum();
        boolean whole = windows.stream().allMatch(Window::whole);
        text.append(
                "\n## %s to %s: %s%d error lines\n\nUsually %d in ten minutes.\n\n"
                        .formatted(
                                Told.minute(windows.getFirst().start()),
                                Told.minute(end),
                                whole ? "" : "at least ",
                                errors,
                                windows.getFirst().usual()));
        Drain drain = new Drain();
        windows.forEach(window -> window.top().forEach(drain::add));
        drain.groups().stream().sorted(most()).forEach(group -> line(text, group));
    }

    private static List<Drain.Group> together(
            Collection<LogDay> days, Function<LogDay, List<Drain.Group>> which) {
        Drain drain = new Drain();
        days.forEach(day -> which.apply(day).forEach(drain::add));
        return drain.groups().stream().sorted(most()).limit(MOST).toList();
    }

    private static Comparator<Drain.Group> most() {
        return Comparator.comparingLong(Drain.Group::count)
                .reversed()
                .thenComparing(Drain.Group::pattern);
    }

    private static void part(StringBuilder text, String title, List<Drain.Group> groups) {
        if (!groups.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            groups.forEach(group -> line(text, group));
        }
    }

    private static void line(StringBuilder text, Drain.Group group) {
        text.append("- ").append(group.count()).append("×");
        text.append(time(", first ", group.first())).append(time(", last ", group.last()));
        text.append(": ").append(Told.code(group.pattern(), LONGEST)).append('\n');
        if (group.pattern().contains("<*>")) {
            text.append("  Example: ").append(Told.code(group.example(), LONGEST)).append('\n');
        }
    }

    private static String time(String word, @Nullable Instant at) {
        return at == null ? "" : word + Told.second(at);
    }
}
