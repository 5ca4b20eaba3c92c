package io.opslore.ingest.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a language writes what is worth finding.
 *
 * @param named each matches the first line of something with a name; its groups make the label
 * @param container matches the first line of what holds further declarations
 * @param sections whether each declaration goes on until the next, whatever the indentation
 */
record Declarations(List<Pattern> named, Pattern container, boolean sections) {

    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final Pattern CONTINUES =
            Pattern.compile("(end|done|fi|esac|EOF|EOT|else|elif|except|finally)\\b");
    private static final Pattern TYPES =
            Pattern.compile(
                    "(?:export |default |public |private |protected |internal |abstract |static |"
                            + "final |sealed |non-sealed |data |partial |pub )*"
                            + "(?:class|interface|enum|record|@interface|trait|object|namespace|"
                            + "struct|impl|module)\\s+([\\w.]+).*");
    private static final String MODIFIERS = "(?:[\\w@]+\\s+)*?";

    static Declarations of(String syntax) {
        return switch (syntax) {
            case "go" ->
                    indented(
                            "func\\s+\\(\\s*\\w*\\s*\\*?(\\w+)[^)]*\\)\\s*(\\w+).*",
                            "func\\s+(\\w+).*",
                            "type\\s+(\\w+).*");
            case "python" ->
                    nested(
                            Pattern.compile("class\\s+(\\w+).*"),
                            "(?:async\\s+)?def\\s+(\\w+).*",
                            "class\\s+(\\w+).*");
            case "bash" -> indented("function\\s+([\\w:.-]+).*", "([\\w:.-]+)\\s*\\(\\).*");
            case "hcl" ->
                    indented(
                            "(\\w+)\\s+\"([^\"]+)\"\\s+\"([^\"]+)\"\\s*\\{.*",
                            "(\\w+)\\s+\"([^\"]+)\"\\s*\\{.*",
                            "(\\w+)\\s*\\{.*");
            case "groovy" ->
                    nested(
                            Pattern.compile("(?:pipeline|stages|node.*|class .*)\\s*\\{.*"),
                            "stage\\s*\\(\\s*['\"]([^'\"]+)['\"].*",
                            "(?:def|void)\\s+(\\w+)\\s*\\(.*",
                            "(pipeline|stages|post|agent|environment|node|options)\\b.*\\{.*",
                            "class\\s+(\\w+).*");
            case "dockerfile" ->
                    sectioned(
                            "(?i)FROM\\s+\\S+\\s+AS\\s+(\\S+).*",
                            "(?i)FROM\\s+(?:--\\S+\\s+)?(\\S+).*");
            case "makefile" -> indented("([\\w./%$(){}-]+(?:\\s[\\w./%-]+)*)\\s*:(?!=).*");
            case "java", "kotlin", "c", "rust", "php" ->
                    nested(
                            TYPES,
                            TYPES.pattern(),
                            "(?:pub |override |suspend |async |unsafe )*(?:fn|fun|function)\\s+(\\w+).*",
                            MODIFIERS + "[\\w<>\\[\\],.?&* ]+?[ *&](\\w+)\\s*\\([^;=]*");
            case "javascript", "typescript" ->
                    nested(
                            TYPES,
                            TYPES.pattern(),
                            "(?:export\\s+)?(?:default\\s+)?(?:async\\s+)?function\\s*\\*?\\s*(\\w+).*",
                            "(?:export\\s+)?(?:const|let|var)\\s+(\\w+)\\s*=.*(?:=>|function).*",
                            "(?:export\\s+)?type\\s+(\\w+).*",
                            "(?:static\\s+|async\\s+)*(?!if|for|while|switch|catch)(\\w+)\\s*\\([^;]*\\)[^;]*\\{.*");
            case "ruby", "lua", "perl", "powershell" ->
                    nested(
                            Pattern.compile("(?:class|module)\\s+(\\S+).*"),
                            "(?:local\\s+)?(?i:def|function|sub)\\s+([\\w.:?!-]+).*",
                            "(?:class|module)\\s+(\\S+).*");
            case "sql" ->
                    sectioned(
                            "(?i)create\\s+(?:or\\s+replace\\s+)?(?:\\w+\\s+)*?(?:table|view|function|procedure|trigger|index)\\s+(?:if not exists\\s+)?([\\w.\"]+).*");
            case "toml", "ini" -> sectioned("\\[+([^\\]]+)\\]+.*");
            case "proto" -> indented("(?:message|service|enum)\\s+(\\w+).*");
            default -> indented();
        };
    }

    /** What a line declares, as a label; null if nothing. */
    @Nullable String label(String line) {
        String stripped = line.strip();
        if (stripped.length() > 300) {
            return null;
        }
        for (Pattern pattern : named) {
            Matcher found = pattern.matcher(stripped);
            if (found.matches()) {
                return label(found);
            }
        }
        return null;
    }

    private static String label(Matcher found) {
        var label = new StringBuilder();
        for (int group = 1; group <= found.groupCount(); group++) {
            label.append(group == 1 ? "" : ".").append(found.group(group).strip());
        }
        return label.toString();
    }

    boolean isContainer(String line) {
        return container.matcher(line.strip()).matches();
    }

    /** Whether a line is a comment or an annotation, which belongs to what follows it. */
    boolean isAttached(String line) {
        String text = line.strip();
        return text.startsWith("//")
                || text.startsWith("#") && !text.startsWith("#!") && !text.startsWith("#include")
                || text.startsWith("/*")
                || text.startsWith("*")
                || text.startsWith("--")
                || text.startsWith("@") && !text.startsWith("@interface");
    }

    /** Whether a line at the margin still belongs to what it closes or continues. */
    boolean closes(String text) {
        return text.startsWith("}")
                || text.startsWith(")")
                || text.startsWith("]")
                || text.equals("{")
                || CONTINUES.matcher(text).lookingAt();
    }

    private static Declarations indented(String... named) {
        return new Declarations(patterns(named), NEVER, false);
    }

    private static Declarations nested(Pattern container, String... named) {
        return new Declarations(patterns(named), container, false);
    }

    private static Declarations sectioned(String... named) {
        return new Declarations(patterns(named), NEVER, true);
    }

    private static List<Pattern> patterns(String... named) {
        return List.of(named).stream().map(Pattern::compile).toList();
    }
}
