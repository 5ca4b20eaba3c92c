package io.opslore.schedules;

import java.util.Arrays;
import java.util.List;

/**
 * What a run has done, in one line, for the screen to say in the reader's language.
 *
 * @param key the text is {@code schedules.result.<key>}
 * @param values what fills its places; no secrets
 */
public record JobResult(String key, List<String> values) {

    public JobResult {
        values = List.copyOf(values);
    }

    /** Of any values, as they are written. */
    public static JobResult of(String key, Object... values) {
        return new JobResult(key, Arrays.stream(values).map(String::valueOf).toList());
    }
}
