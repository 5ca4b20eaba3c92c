package io.opslore.guard;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.opslore.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's rule for questions.
 *
 * @param pattern an expression of RE2, or one phrase a line; case does not matter
 * @param role for whom; null for everybody
 * @param message what the asker is told; empty for what is usually said
 */
public record QuestionRule(
        UUID id,
        String name,
        Kind kind,
        String pattern,
        @Nullable Role role,
        FilterAction action,
        String message,
        boolean enabled) {

    /** How much may be written into each. */
    public static final int LONGEST_NAME = 80;

    public static final int LONGEST_PATTERN = 2000;
    public static final int LONGEST_MESSAGE = 500;

    /** How {@code pattern} is read. */
    public enum Kind {
        PATTERN,
        PHRASES
    }

    /** What is wrong with a rule. */
    public enum Fault {
        NAME,
        PATTERN_EMPTY,
        PATTERN_LENGTH,
        PATTERN_SYNTAX,
        /** It would find something in every question. */
        PATTERN_MATCHES_ALL,
        MESSAGE
    }

    public QuestionRule {
        name = name.strip();
        pattern = pattern.strip();
        message = message.strip();
    }

    /** All that must be put right before it can be kept. */
    public List<Fault> faults() {
        return Arrays.stream(Fault.values()).filter(this::has).toList();
    }

    private boolean has(Fault fault) {
        return switch (fault) {
            case NAME -> name.isEmpty() || name.length() > LONGEST_NAME;
            case PATTERN_EMPTY -> pattern.isEmpty();
            case PATTERN_LENGTH -> pattern.length() > LONGEST_PATTERN;
            case PATTERN_SYNTAX -> !isReadable();
            case PATTERN_MATCHES_ALL -> !pattern.isEmpty() && isReadable() && isFoundIn("");
            case MESSAGE -> message.length() > LONGEST_MESSAGE;
        };
    }

    /** Whether it finds something in a question. */
    boolean isFoundIn(String question) {
        return switch (kind) {
            case PATTERN -> expression().matcher(HiddenText.without(question)).find();
            case PHRASES -> {
                String plain = PlainText.of(question);
                yield pattern.lines()
                        .map(PlainText::of)
                        .anyMatch(phrase -> !phrase.isEmpty() && plain.contains(phrase));
            }
        };
    }

    private boolean isReadable() {
        try {
            return kind == Kind.PHRASES || expression() != null;
        } catch (PatternSyntaxException unreadable) {
            return false;
        }
    }

    private Pattern expression() {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
