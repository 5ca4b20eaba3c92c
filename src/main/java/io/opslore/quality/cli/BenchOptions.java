package io.opslore.quality.cli;

import io.opslore.quality.bench.BenchPlan;
import io.opslore.quality.bench.BenchPlan.Engine;
import io.opslore.quality.bench.BenchPlan.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param json to print nothing but the result, as JSON
 */
record BenchOptions(boolean json, BenchPlan plan) {

    static final String USAGE =
            """
            Usage: opslore bench [--json] [--only start,ingest,first-word,answers,search,memory]
                                 [--chunks 10000,100000] [--index lucene,qdrant] [--bare <jar>] [--repetitions 5]

            Measures the portal beside the bare engine, both in one run, in a scratch folder: starts against a
            bare one's (a jar, see src/bench/start-cost), ingest against embedding alone, the first word against
            asking the model directly, answers with eight in flight, search against asking the index directly, memory.
            All of it takes an hour or more on a small machine.
            """;

    private static final List<Integer> SIZES = List.of(10_000, 100_000);

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static BenchOptions of(List<String> arguments) {
        var reading = new Reading();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            reading.read(rest.next(), rest);
        }
        return new BenchOptions(
                reading.json,
                new BenchPlan(
                        reading.parts,
                        reading.chunks,
                        reading.engines,
                        reading.bare,
                        reading.repetitions));
    }

    private static final class Reading {

        private boolean json;
        private Set<Part> parts = EnumSet.allOf(Part.class);
        private List<Integer> chunks = SIZES;
        private Set<Engine> engines = Set.of();
        private @Nullable Path bare;
        private int repetitions = BenchPlan.USUAL;

        void read(String option, Iterator<String> rest) {
            switch (option) {
                case "--json" -> json = true;
                case "--only" -> parts = named(Part.class, value(option, rest));
                case "--chunks" -> chunks = numbers(value(option, rest));
                case "--index" -> engines = named(Engine.class, value(option, rest));
                case "--bare" -> bare = jar(value(option, rest));
                case "--repetitions" -> repetitions = numbers(value(option, rest)).getFirst();
                default -> throw new IllegalArgumentException("Not understood: " + option);
            }
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static <E extends Enum<E>> Set<E> named(Class<E> type, String names) {
        Set<E> found = EnumSet.noneOf(type);
        for (String name : names.split(",", -1)) {
            found.add(
                    Stream.of(type.getEnumConstants())
                            .filter(it -> written(it).equals(name))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException("Cannot be measured: " + name)));
        }
        return found;
    }

    private static String written(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Integer> numbers(String numbers) {
        try {
            List<Integer> read = Stream.of(numbers.split(",", -1)).map(Integer::valueOf).toList();
            if (read.stream().anyMatch(number -> number < 1)) {
                throw new IllegalArgumentException("Nothing can be done so often: " + numbers);
            }
            return read;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not numbers: " + numbers, e);
        }
    }

    private static Path jar(String jar) {
        if (!Files.isReadable(Path.of(jar))) {
            throw new IllegalArgumentException("Not there: " + jar);
        }
        return Path.of(jar);
    }
}
