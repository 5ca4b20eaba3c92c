package io.opslore.sources;

import io.opslore.sources.SourcePlan.Fate;
import io.opslore.sources.SourcePlan.Item;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells steps instead of doing them. */
final class Foretold {

    private Foretold() {}

    static SourcePlan of(String version, Steps steps) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        List<Item> items = new ArrayList<>();
        for (Step step : steps.all()) {
            Item item = item(step);
            if (item != null) {
                counts.merge(item.fate(), 1, Integer::sum);
                items.add(item);
            }
        }
        counts.put(Fate.PASSED_OVER, steps.passedOver());
        items.sort((one, other) -> one.fate().compareTo(other.fate()));
        return new SourcePlan(
                version, counts, items.subList(0, Math.min(SourcePlan.MOST, items.size())));
    }

    private static @Nullable Item item(Step step) {
        return switch (step) {
            case Step.Take take ->
                    new Item(
                            take.before() == null ? Fate.ADDED : Fate.CHANGED,
                            take.place(),
                            "",
                            null);
            case Step.Move move -> new Item(Fate.MOVED, move.place(), move.before().place(), null);
            case Step.Remove remove -> new Item(Fate.REMOVED, remove.before().place(), "", null);
            case Step.Pass pass ->
                    new Item(Fate.PASSED_OVER, pass.file().path(), "", pass.reason());
            case Step.Forget forget -> null;
        };
    }
}
