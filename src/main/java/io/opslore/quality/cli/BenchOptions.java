package io.opslore.quality.cli;

import io.opslore.quality.bench.Bench.Part;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was asked for on the command line.
 *
 * @param json to print nothing but the result, as JSON
 * @param chunks at which sizes search is measured
 */
record BenchOptions(boolean json, Set<Part> parts, List<Integer> chunks) {

    static final String USAGE =
            """
            Usage: opslore bench [--json] [--only start,ingest,answers,search,memory] [--chunks 10000,100000]

            Measures the portal beside the bare engine, both in one run, in a scratch folder: ingest against
            embedding alone, search against asking the index directly, answers with eight in flight, memory.
            All of it takes the better part of an hour on a small machine.
            """;

    BenchOptions {
        parts = Set.copyOf(parts);
        chunks = List.copyOf(chunks);
    }

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static BenchOptions of(List<String> arguments) {
        boolean json = false;
        Set<Part> parts = EnumSet.allOf(Part.class);
        List<Integer> chunks = List.of(10_000, 100_000);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--json" -> json = true;
                case "--only" -> parts = parts(value(argument, rest));
                case "--chunks" -> chunks = sizes(value(argument, rest));
                default -> throw new IllegalArgumentException("Not understood: " + argument);
            }
        }
        return new BenchOptions(json, parts, chunks);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static Set<Part> parts(String names) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String name : names.split(",", -1)) {
            parts.add(
                    Stream.of(Part.values())
                            .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException("Cannot be measured: " + name)));
        }
        return parts;
    }

    private static List<Integer> sizes(String sizes) {
        try {
            return Stream.of(sizes.split(",", -1)).map(Integer::valueOf).sorted().toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not numbers: " + sizes, e);
        }
    }
}
