package io.opslore.guard;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The shipped rules: by what words, in English and Russian, a question tries to lead the model away
 * from its task. They are signs, no proof. Thread-safe.
 */
@Component
class InjectionSigns {

    /** Found by the characters, not by words. */
    static final String HIDDEN = "hidden-characters";

    private static final String FILE = "/guard/injection.txt";

    /** So long a word of these letters may be a text in another code. */
    private static final java.util.regex.Pattern CODED =
            java.util.regex.Pattern.compile("[A-Za-z0-9+/]{24,4000}={0,2}");

    private final Map<String, Pattern> signs = load();

    /** The keys of all of them. */
    List<String> keys() {
        return Stream.concat(signs.keySet().stream(), Stream.of(HIDDEN)).toList();
    }

    /** The keys of those that are in a question. */
    List<String> in(String question) {
        String plain = PlainText.of(question + " " + decoded(question));
        return keys().stream()
                .filter(key ->
                        key.equals(HIDDEN)
                                ? HiddenText.isIn(question)
                                : Objects.requireNonNull(signs.get(key)).matcher(plain).find())
                .toList();
    }

    private static String decoded(String question) {
        var texts = new StringBuilder();
        CODED.matcher(question)
                .results()
                .map(match -> match.group())
                .forEach(coded -> {
                    try {
                        byte[] bytes = Base64.getDecoder().decode(coded);
                        texts.append(' ').append(new String(bytes, StandardCharsets.UTF_8));
                    } catch (IllegalArgumentException plain) {
                        // A long word, after all.
                    }
                });
        return texts.toString();
    }

    private static Map<String, Pattern> load() {
        try (InputStream file = InjectionSigns.class.getResourceAsStream(FILE)) {
            byte[] bytes = Objects.requireNonNull(file, FILE).readAllBytes();
            Map<String, String> alternatives = new LinkedHashMap<>();
            new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .forEach(pair ->
                            alternatives.merge(
                                    pair[0], "(?:" + pair[1] + ")", (a, b) -> a + "|" + b));
            Map<String, Pattern> compiled = new LinkedHashMap<>();
            alternatives.forEach((key, all) -> compiled.put(key, Pattern.compile(all)));
            return compiled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
