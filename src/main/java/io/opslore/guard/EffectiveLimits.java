package io.opslore.guard;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What holds for one person at one moment, and where each value comes from: their own, otherwise
 * the most generous of their roles', otherwise the default. Immutable.
 *
 * @param values one for each limit
 */
public record EffectiveLimits(Map<Limit, LimitValue> values) {

    public EffectiveLimits {
        values = Map.copyOf(values);
    }

    /**
     * @param set all values that bear on the person
     */
    static EffectiveLimits of(List<LimitValue> set) {
        Map<Limit, LimitValue> values = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            values.put(limit, effective(limit, set));
        }
        return new EffectiveLimits(values);
    }

    /** The value with its origin. */
    public LimitValue value(Limit limit) {
        LimitValue value = values.get(limit);
        if (value == null) {
            throw new IllegalStateException("There is one for each limit");
        }
        return value;
    }

    /** What is allowed; empty for no limit. */
    public OptionalLong allowed(Limit limit) {
        Long amount = value(limit).amount();
        return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
    }

    /** The wanted amount, or what is allowed of it. */
    public long atMost(Limit limit, long wanted) {
        return Math.min(wanted, allowed(limit).orElse(wanted));
    }

    private static LimitValue effective(Limit limit, List<LimitValue> set) {
        Comparator<LimitValue> generosity =
                (one, other) ->
                        Boolean.compare(
                                one.isMoreGenerousThan(other), other.isMoreGenerousThan(one));
        return set.stream()
                .filter(value -> value.limit() == limit)
                .max(Comparator.comparingInt(EffectiveLimits::nearness).thenComparing(generosity))
                .orElseGet(() -> new LimitValue(limit, null, new LimitHolder.Everyone()));
    }

    private static int nearness(LimitValue value) {
        return switch (value.holder()) {
            case LimitHolder.Person person -> 2;
            case LimitHolder.Holders holders -> 1;
            case LimitHolder.Everyone everyone -> 0;
        };
    }
}
