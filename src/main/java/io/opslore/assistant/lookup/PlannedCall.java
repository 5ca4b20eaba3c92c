package io.opslore.assistant.lookup;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A tool that is to be called, and how.
 *
 * @param arguments as a model gave them: nobody has looked at them yet
 */
public record PlannedCall(String tool, Map<String, Object> arguments) {

    public PlannedCall {
        arguments = Map.copyOf(arguments);
    }

    /** The same without secrets in its arguments. */
    public PlannedCall masked(Masking masking) {
        return new PlannedCall(tool, masking.mask(arguments, MaskScope.PORTAL));
    }

    /** The arguments in one line, by name. */
    public String told() {
        return new TreeMap<>(arguments)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
