package io.opslore.retrieval.qdrant;

import io.opslore.retrieval.engine.GenerationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What things are called on the server. A generation is known by its alias; the collection behind
 * it is named after what it was made with, so that one made otherwise is told at sight, and a new
 * one can be filled in its place.
 */
final class Names {

    /** Goes up when points are written differently, so that an older collection is made anew. */
    private static final int VERSION = 2;

    private static final String MADE_OF = "[0-9a-f]{8}";

    private final Pattern collection;
    private final String prefix;

    Names(String prefix) {
        this.prefix = prefix;
        this.collection =
                Pattern.compile(
                        Pattern.quote(prefix) + "-g([0-9]{1,9})-" + MADE_OF + "-[0-9a-f]{8}");
    }

    String alias(GenerationId generation) {
        return prefix + "-g" + generation.value();
    }

    /** A name that no collection had before. */
    String fresh(GenerationId generation, String madeOf) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return alias(generation) + "-" + madeOf + "-" + unique;
    }

    /** Which generation's a collection is; empty for those of others. */
    Optional<GenerationId> generation(String name) {
        Matcher ours = collection.matcher(name);
        return ours.matches()
                ? Optional.of(new GenerationId(Integer.parseInt(ours.group(1))))
                : Optional.empty();
    }

    boolean isMadeOf(String name, GenerationId generation, String madeOf) {
        return name.startsWith(alias(generation) + "-" + madeOf + "-");
    }

    /** A short mark of everything that the points depend on. */
    static String madeOf(String model, int dimensions, int usualWords) {
        String all = "%d\n%s\n%d\n%d".formatted(VERSION, model, dimensions, usualWords);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
