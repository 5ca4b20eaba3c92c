package io.opslore.guard.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.function.Consumer;

/**
 * Finds the values of Kubernetes Secrets in YAML: every one, whatever it looks like. Thread-safe.
 */
final class Kubernetes {

    static final String RULE = "kubernetes-secret";

    private static final Pattern KIND =
            Pattern.compile(
                    "(?m)^([ >+]*(?:- +)?)kind:[ \\t]*[\"']?Secret[\"']?[ \\t\\r]*(?:#.*)?$");
    private static final Pattern DATA =
            Pattern.compile(
                    "^(?:data|stringData|[\"']data[\"']|[\"']stringData[\"']):[ \\t]*(.*)$");
    private static final Pattern ENTRY =
            Pattern.compile("^([\"']?)([\\w.-]+)[\"']?:(?:[ \\t]+(.*?))?[ \\t\\r]*$");
    private static final Pattern FLOW =
            Pattern.compile("[\"']?([\\w.-]+)[\"']?\\s*:\\s*(\"[^\"]*\"|'[^']*'|[^,}\\s]+)");

    void find(Source source, Consumer<Finding> found) {
        if (source.text().contains("Secret")) {
            Matcher kind = KIND.matcher(source.text());
            while (kind.find()) {
                new Manifest(source, kind.group(1), found).look(kind.start());
            }
        }
    }

    /** One Secret, whose keys stand behind the margin. */
    private static final class Manifest {

        private final Source source;
        private final String text;
        private final int margin;
        private final Consumer<Finding> found;

        Manifest(Source source, String before, Consumer<Finding> found) {
            this.source = source;
            this.text = source.text();
            this.margin = before.length();
            this.found = found;
        }

        void look(int kind) {
            int line = first(kind);
            while (line < text.length()) {
                String rest = rest(line, margin);
                if (ends(line, kind)) {
                    return;
                }
                Matcher data = DATA.matcher(rest);
                if (column(line) == margin && data.find()) {
                    line = values(line, data.group(1).strip());
                } else {
                    line = below(line);
                }
            }
        }

        /** The first line of the map that the kind stands in. */
        private int first(int kind) {
            int line = source.lineStart(kind);
            while (line > 0) {
                int above = source.lineStart(line - 1);
                boolean inside = blank(above) || column(above) > margin || key(above);
                if (!inside || item(line)) {
                    return line;
                }
                line = above;
            }
            return line;
        }

        private boolean ends(int line, int kind) {
            boolean within = column(line) > margin || key(line);
            return line > kind && !blank(line) && (!within || item(line)) && !comment(line);
        }

        /** A line of the map itself. */
        private boolean key(int line) {
            return column(line) == margin && (comment(line) || Undecided.key(rest(line, margin)));
        }

        /** Goes through the entries below; returns the line behind them. */
        private int values(int dataLine, String flow) {
            if (flow.startsWith("{")) {
                flow(text.indexOf('{', dataLine));
                return below(dataLine);
            }
            int line = below(dataLine);
            int entries = -1;
            String name = "";
            while (line < text.length() && (blank(line) || column(line) > margin)) {
                if (!blank(line) && !comment(line)) {
                    entries = entries < 0 ? column(line) : entries;
                    Matcher entry = ENTRY.matcher(rest(line, entries));
                    if (column(line) == entries && entry.find()) {
                        name = entry.group(2);
                        value(
                                line + entries + (entry.group(3) == null ? 0 : entry.start(3)),
                                entry.group(3),
                                name);
                    } else {
                        value(
                                line + column(line),
                                text.substring(line + column(line), source.lineEnd(line)),
                                name);
                    }
                }
                line = below(line);
            }
            return line;
        }

        private void flow(int brace) {
            int end = text.indexOf('}', brace);
            String inside = text.substring(brace, end < 0 ? source.lineEnd(brace) : end);
            Matcher entry = FLOW.matcher(inside);
            while (entry.find()) {
                value(brace + entry.start(2), entry.group(2), entry.group(1));
            }
        }

        private void value(int start, String written, String name) {
            if (written == null || Blocks.announces(written)) {
                return;
            }
            String value = written.strip();
            int from = start;
            int quotes = value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0 ? 1 : 0;
            int end = from + value.length() - quotes;
            if (quotes == 0 && value.contains(" #")) {
                end = from + value.indexOf(" #");
            }
            tell(from + quotes, end, name);
        }

        private void tell(int start, int end, String name) {
            if (end <= start || SecretValues.spared(text.substring(start, end))) {
                return;
            }
            found.accept(SecretValues.finding(source, start, end, name));
        }

        private boolean blank(int line) {
            return text.substring(line, source.lineEnd(line)).isBlank();
        }

        private boolean comment(int line) {
            return text.substring(line, source.lineEnd(line)).stripLeading().startsWith("#");
        }

        /** Begins a new item of the list that the map stands in. */
        private boolean item(int line) {
            String start = text.substring(line, source.lineEnd(line));
            int dash = start.indexOf("- ");
            return dash >= 0 && dash < margin && start.substring(0, dash).isBlank()
                    || start.startsWith("---");
        }

        /** Where the line's first key stands, also behind the dash of a list. */
        private int column(int line) {
            int at = line;
            while (at < text.length()
                    && (text.charAt(at) == ' '
                            || at - line < margin
                                    && (text.charAt(at) == '-'
                                            || text.charAt(at) == '>'
                                            || text.charAt(at) == '+'))) {
                at++;
            }
            return at - line;
        }

        private String rest(int line, int column) {
            int end = source.lineEnd(line);
            return text.substring(Math.min(line + column, end), end);
        }

        private int below(int line) {
            int next = text.indexOf('\n', line);
            return next < 0 ? text.length() : next + 1;
        }
    }
}
