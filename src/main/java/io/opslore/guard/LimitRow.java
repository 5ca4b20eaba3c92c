package io.opslore.guard;

import java.util.Map;

/**
 * What is set for one holder.
 *
 * @param name of the person or role; empty for the default
 * @param values only those that are set
 */
public record LimitRow(LimitHolder holder, String name, Map<Limit, LimitValue> values) {

    public LimitRow {
        values = Map.copyOf(values);
    }
}
