package io.opslore.sources;

import io.opslore.ingest.FileKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a source brings in, and how often it looks.
 *
 * @param options by the keys of its kind's options; none is empty
 * @param folder of the space that its files go into; empty for none
 * @param include folders, files and patterns; empty for all
 * @param exclude of these, what is left out
 * @param kinds what is taken; everything else is passed over
 * @param minutes between two looks, a tenth more or less; 0 for never by the clock
 */
public record SourceRules(
        Map<String, String> options,
        String folder,
        List<String> include,
        List<String> exclude,
        Set<FileKind> kinds,
        int minutes) {

    public SourceRules {
        Map<String, String> entered = new HashMap<>();
        options.forEach((key, value) -> entered.put(key, value.strip()));
        entered.values().removeIf(String::isEmpty);
        options = Map.copyOf(entered);
        folder = folder.strip().replaceAll("^/+|/+$", "");
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        kinds = Set.copyOf(kinds);
    }

    /** What was entered there; empty for nothing. */
    public String option(String key) {
        return options.getOrDefault(key, "");
    }
}
