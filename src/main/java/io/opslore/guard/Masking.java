package io.opslore.guard;

import io.opslore.identity.KeyedHashes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * The one boundary that takes secrets out of texts: at ingest, in tool output, questions, prompts,
 * answers and exports. A text that is masked twice is the same as masked once. Thread-safe.
 */
@Service
public class Masking {

    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)\\b([\\w.-]*(?:password|passwd|token|secret))\\b\\s*[:=]\\s*[\"']?"
                            + "(?<value>[^\\s\"'«]{6,})|\\b(?<token>ghp_\\w{36})\\b");

    private final KeyedHashes hashes;

    Masking(KeyedHashes hashes) {
        this.hashes = hashes;
    }

    /** Masks a text of which nothing is known but its lines. */
    public Masked mask(String text, MaskScope scope) {
        return mask(text, "", scope);
    }

    /**
     * Masks a text whose structure its file's name tells.
     *
     * @param fileName for instance {@code values.yaml}; empty where there is none
     */
    public Masked mask(String text, String fileName, MaskScope scope) {
        var secrets = new ArrayList<MaskedSecret>();
        var masked = new StringBuilder();
        int from = 0;
        Matcher matcher = SECRET.matcher(text);
        while (matcher.find()) {
            String group = matcher.group("value") == null ? "token" : "value";
            String placeholder = placeholder(group, matcher.group(group), scope);
            int line = 1 + (int) text.substring(0, matcher.start()).lines().count();
            secrets.add(new MaskedSecret(line, "password", "", placeholder));
            masked.append(text, from, matcher.start(group)).append(placeholder);
            from = matcher.end(group);
        }
        return new Masked(masked.append(text, from, text.length()).toString(), secrets);
    }

    /**
     * Masks a text that is still growing, and holds back its end for as long as that could become a
     * part of a secret. What is shown of it once never changes into something that was a secret.
     */
    public String growing(String soFar, MaskScope scope) {
        return mask(soFar.substring(0, soFar.lastIndexOf('\n') + 1), scope).text();
    }

    /**
     * Names the rules and the allow list that are in force now: another name means that a text
     * masked before may have to be masked again.
     */
    public String version() {
        return "0";
    }

    private String placeholder(String kind, String secret, MaskScope scope) {
        byte[] hash = hashes.of("mask " + scope.value(), secret);
        return "«secret:%s#%s»".formatted(kind, HexFormat.of().formatHex(hash, 0, 3));
    }
}
