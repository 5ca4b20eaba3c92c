package io.opslore.assistant.lookup;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody pastes to have it looked at. */
public enum PastedKind {
    DIFF("diff"),
    MANIFEST("yaml"),
    TERRAFORM("hcl"),
    SCRIPT("bash");

    private static final Pattern WORKFLOW = line("on\\s*:|'on'\\s*:|\"on\"\\s*:");
    private static final Pattern JOBS = line("jobs\\s*:");
    private static final Pattern SERVICES = line("services\\s*:");
    private static final Pattern OBJECT = line("apiVersion\\s*:");
    private static final Pattern IMAGE = line("FROM\\s+\\S+");
    private static final Pattern PIPELINE = line("pipeline\\s*\\{|node\\s*(?:\\(.*\\))?\\s*\\{");

    private final String syntax;

    PastedKind(String syntax) {
        this.syntax = syntax;
    }

    /** As quick tasks name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that key, if there is one. */
    public static Optional<PastedKind> of(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The language that it is shown in. */
    public String syntax() {
        return syntax;
    }

    /** What a file with this text would be called: the name tells by which rules it is read. */
    public String fileName(String text) {
        return switch (this) {
            case DIFF -> "pasted.diff";
            case TERRAFORM -> "pasted.tf";
            case SCRIPT -> has(IMAGE, text) ? "Dockerfile" : "pasted.sh";
            case MANIFEST -> manifest(text);
        };
    }

    private static String manifest(String text) {
        if (has(OBJECT, text)) {
            return text.contains("{{") ? "templates/pasted.yaml" : "pasted.yaml";
        }
        if (has(PIPELINE, text)) {
            return "Jenkinsfile";
        }
        if (has(IMAGE, text)) {
            return "Dockerfile";
        }
        if (has(WORKFLOW, text) && has(JOBS, text)) {
            return ".github/workflows/pasted.yaml";
        }
        return has(SERVICES, text) ? "compose.yaml" : "values.yaml";
    }

    private static boolean has(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    private static Pattern line(String beginning) {
        return Pattern.compile("^(?:" + beginning + ")", Pattern.MULTILINE);
    }
}
