package io.opslore.sources.live;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody wants to know of logs, each under a name. */
final class LogQueries {

    private static final int MOST = 10;
    private static final Pattern LINE =
            Pattern.compile("([\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}?)\\s*:\\s*(.*)");

    private LogQueries() {}

    /**
     * @param query LogQL, or a text that lines contain
     */
    record Query(String name, String query) {}

    /**
     * @param lines a name, a colon and a query each
     * @throws ConnectionFailed for what is none
     */
    static List<Query> of(String lines, boolean isLogQl) {
        List<Query> queries =
                lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> query(line, isLogQl))
                        .toList();
        Set<String> names = new HashSet<>();
        if (queries.size() > MOST || !queries.stream().allMatch(one -> names.add(one.name()))) {
            throw unfit("There are two of one name, or more than %d.".formatted(MOST));
        }
        return queries;
    }

    private static Query query(String line, boolean isLogQl) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || isLogQl && !parts.group(2).startsWith("{")) {
            throw unfit("A line is no name with a query.");
        }
        return new Query(parts.group(1), parts.group(2));
    }

    private static ConnectionFailed unfit(String sentence) {
        return new ConnectionFailed(
                Reason.UNFIT,
                sentence,
                "Write one a line, such as payments: {app=\"payments\"}; of log files, a text that"
                        + " lines contain, or nothing for all.");
    }
}
