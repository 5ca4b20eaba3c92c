package io.opslore.identity;

import java.util.Map;
import java.util.function.Supplier;

/** What the record says of a change: how it was, and how it is. */
final class Details {

    private Details() {}

    /** Looks before and after the change; nothing where it made no difference. */
    static Map<String, ?> of(String what, Supplier<?> state, Runnable change) {
        Object before = state.get();
        change.run();
        Object after = state.get();
        return before.equals(after)
                ? Map.of()
                : Map.of("before", Map.of(what, before), "after", Map.of(what, after));
    }
}
