package io.opslore.assistant;

import io.opslore.assistant.lookup.PlannedCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants looked up for a question, whatever its words are.
 *
 * @param calls made in any case, first
 * @param tools that a model may choose from for more; empty where the portal chooses them
 * @param looks whether a model may have more looked up than these calls
 * @param pasted what the question is about; null where nothing was pasted
 */
public record LookupWish(
        List<PlannedCall> calls, List<String> tools, boolean looks, @Nullable Pasted pasted) {

    /** Nothing but what the question's own words want. */
    public static final LookupWish NONE = new LookupWish(List.of(), List.of());

    /** Nothing at all: documents are to answer. */
    public static final LookupWish NOWHERE = NONE.looking(false);

    public LookupWish {
        calls = List.copyOf(calls);
        tools = List.copyOf(tools);
    }

    /** Of a question about which nothing was pasted. */
    public LookupWish(List<PlannedCall> calls, List<String> tools) {
        this(calls, tools, true, null);
    }

    /** The same, whether or not a model may have more looked up. */
    public LookupWish looking(boolean wanted) {
        return new LookupWish(calls, tools, wanted, pasted);
    }

    /** The same with other calls. */
    LookupWish with(List<PlannedCall> otherCalls) {
        return new LookupWish(otherCalls, tools, looks, pasted);
    }

    /** The same about a pasted text. */
    public LookupWish about(@Nullable Pasted text) {
        return new LookupWish(calls, tools, looks, text);
    }

    /** Whether the question's own words say what is looked up. */
    boolean isByWords() {
        return calls.isEmpty() && tools.isEmpty() && pasted == null;
    }
}
