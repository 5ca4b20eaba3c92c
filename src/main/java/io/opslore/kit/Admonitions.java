package io.opslore.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the notes of other Markdown dialects, {@code !!! note} of MkDocs and {@code :::note} of
 * Docusaurus, the way GitHub does, line for line. One for each text.
 */
public final class Admonitions {

    private static final Pattern INDENTED =
            Pattern.compile("(?:!!!|\\?\\?\\?\\+?)\\s+(\\w+)[^\"]*(?:\"([^\"]*)\")?\\s*");
    private static final Pattern FENCED =
            Pattern.compile(":{3,}\\s*(\\w+)(?:\\s*\\[?([^\\]]*)]?)?");
    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,}).*");

    private final List<String> written = new ArrayList<>();
    private boolean indented;
    private boolean fenced;
    private String code = "";

    private Admonitions() {}

    /** As many lines as the text has. */
    public static String asQuotes(String markdown) {
        if (!markdown.contains("!!!") && !markdown.contains("???") && !markdown.contains(":::")) {
            return markdown;
        }
        Admonitions admonitions = new Admonitions();
        markdown.lines().forEach(admonitions::line);
        return String.join("\n", admonitions.written);
    }

    private void line(String line) {
        if (fenced) {
            inFenced(line);
        } else if (indented && (line.isBlank() || line.startsWith("    "))) {
            quoted(line.isBlank() ? "" : line.substring(4));
        } else {
            leave();
            outside(line);
        }
    }

    /** Blank lines behind a note are not its own: they part it from the next. */
    private void leave() {
        for (int i = written.size() - 1; indented && i >= 0 && written.get(i).equals(">"); i--) {
            written.set(i, "");
        }
        indented = false;
    }

    private void inFenced(String line) {
        if (line.matches(":{3,}\\s*")) {
            fenced = false;
            written.add("");
        } else {
            quoted(line);
        }
    }

    private void outside(String line) {
        Matcher fence = FENCE.matcher(line);
        if (!code.isEmpty() || fence.matches()) {
            code = code.isEmpty() ? fence.group(1) : line.strip().startsWith(code) ? "" : code;
            written.add(line);
            return;
        }
        indented = opens(INDENTED.matcher(line));
        fenced = !indented && opens(FENCED.matcher(line));
        if (!indented && !fenced) {
            written.add(line);
        }
    }

    private boolean opens(Matcher opening) {
        NoteKind kind = opening.matches() ? NoteKind.named(opening.group(1)) : null;
        if (kind == null) {
            return false;
        }
        String title = opening.group(2) == null ? "" : opening.group(2).strip();
        quoted("[!" + kind + "]" + (title.isEmpty() ? "" : " **" + title + "**  "));
        return true;
    }

    private void quoted(String line) {
        written.add(line.isEmpty() ? ">" : "> " + line);
    }
}
