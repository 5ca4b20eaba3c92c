package io.opslore.ingest.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings the names that archives give their entries into the form of the library's paths. */
final class EntryName {

    private static final int LONGEST = 1000;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    // What Explorer writes on a Russian Windows; the same as IBM437 but for the letters.
    private static final Charset OLD = Charset.forName("IBM866");

    private EntryName() {}

    /** Names without a mark that they are UTF-8 mostly are, or else come from an old Windows. */
    static String decoded(byte[] raw) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            return new String(raw, OLD);
        }
    }

    /**
     * Empty for a name that leads out of the archive, means another place, or cannot be kept.
     * Backslashes are separators: Windows tools write them.
     */
    static Optional<String> path(String name) {
        String slashed = name.replace('\\', '/');
        if (slashed.startsWith("/")
                || DRIVE.matcher(slashed).matches()
                || slashed.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (String part : slashed.split("/")) {
            if (part.equals("..")) {
                return Optional.empty();
            }
            if (!part.isBlank() && !part.equals(".")) {
                parts.add(part.strip());
            }
        }
        return Optional.of(String.join("/", parts))
                .filter(path -> !path.isEmpty() && path.length() <= LONGEST);
    }
}
