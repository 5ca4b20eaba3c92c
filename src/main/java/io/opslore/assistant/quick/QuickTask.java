package io.opslore.assistant.quick;

import io.opslore.assistant.lookup.PastedKind;
import io.opslore.assistant.lookup.PlannedCall;
import io.opslore.models.ModelTask;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A prepared question. Prompt and arguments may hold blanks such as {@code {namespace}}, which are
 * filled in when it is asked.
 *
 * @param key lower-case letters, digits and hyphens; never changes
 * @param shipped whether it came with the portal: it can be switched off, not removed
 * @param title null where the interface's own text for the key is meant
 * @param prompt the same
 * @param task what it is about; null lets the portal choose
 * @param tools that a model may choose from
 * @param calls that are made in any case
 * @param pasted what its asker pastes; null where it is not about a text
 */
public record QuickTask(
        String key,
        boolean shipped,
        boolean enabled,
        @Nullable String title,
        @Nullable String prompt,
        @Nullable ModelTask task,
        List<String> tools,
        List<PlannedCall> calls,
        @Nullable PastedKind pasted) {

    /** The blank that names a connection. */
    public static final String SOURCE = "source";

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern BLANK = Pattern.compile("\\{([a-z][a-zA-Z]*)}");

    public QuickTask {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("No key of a quick task: " + key);
        }
        tools = List.copyOf(tools);
        calls = List.copyOf(calls);
    }

    /**
     * The names of its blanks, in order of their first use.
     *
     * @param words its prompt, in the reader's language
     */
    public Set<String> blanks(String words) {
        Set<String> blanks = new LinkedHashSet<>();
        Stream.concat(
                        calls.stream().flatMap(call -> call.arguments().values().stream()),
                        Stream.of(words))
                .map(String::valueOf)
                .flatMap(text -> BLANK.matcher(text).results())
                .map((MatchResult match) -> match.group(1))
                .sorted((one, other) -> Boolean.compare(other.equals(SOURCE), one.equals(SOURCE)))
                .forEach(blanks::add);
        return blanks;
    }

    /** Whether one of its tools, or those of its calls, is among these; true where it has none. */
    public boolean fits(Set<String> offered) {
        Set<String> needed = new LinkedHashSet<>(tools);
        calls.forEach(call -> needed.add(call.tool()));
        return needed.isEmpty() || needed.stream().anyMatch(offered::contains);
    }

    /** The task that this was kept under; empty for none. */
    static Optional<ModelTask> task(@Nullable String key) {
        return Optional.ofNullable(key).flatMap(ModelTask::of);
    }
}
