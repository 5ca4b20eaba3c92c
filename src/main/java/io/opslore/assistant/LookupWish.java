package io.opslore.assistant;

import io.opslore.assistant.lookup.PlannedCall;
import java.util.List;

/**
 * What a person wants looked up for a question, whatever its words are.
 *
 * @param calls made in any case, first
 * @param tools that a model may choose from for more; empty where the portal chooses them
 */
public record LookupWish(List<PlannedCall> calls, List<String> tools) {

    /** Nothing but what the question's own words want. */
    public static final LookupWish NONE = new LookupWish(List.of(), List.of());

    public LookupWish {
        calls = List.copyOf(calls);
        tools = List.copyOf(tools);
    }
}
