package io.opslore.guard.masking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of words in the resource. */
final class Words {

    private static final String NAME = "/masking/names.words";
    private static final Map<String, Set<String>> LISTS = read();

    private Words() {}

    static Set<String> of(String list) {
        return Objects.requireNonNull(LISTS.get(list), list);
    }

    private static Map<String, Set<String>> read() {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(NAME))) {
            return parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> parsed(String text) {
        Map<String, Set<String>> lists = new HashMap<>();
        Set<String> list = Set.of();
        for (String line : text.split("\n")) {
            if (line.startsWith("  ")) {
                list.addAll(List.of(line.strip().split(" +")));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                list = new LinkedHashSet<>();
                lists.put(line.strip(), list);
            }
        }
        return lists;
    }
}
