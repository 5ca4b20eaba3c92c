package io.opslore.retrieval.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in camel case for an embedding model, which knows their parts as words. */
final class Humps {

    private static final Pattern BORDER =
            Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private static final Pattern WORD = Pattern.compile("(?<=\\s)|(?=\\s)");

    private Humps() {}

    /** {@code KubePodDown} as {@code Kube Pod Down}. */
    static String split(String text) {
        return BORDER.matcher(text).replaceAll(" ");
    }

    /** {@code KubePodDown} as {@code KubePodDown (Kube Pod Down)}; other words stay alone. */
    static String explained(String text) {
        return Stream.of(WORD.split(text))
                .map(word -> {
                    String split = split(word);
                    return split.equals(word) ? word : word + " (" + split + ")";
                })
                .collect(Collectors.joining());
    }
}
