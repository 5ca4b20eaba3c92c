package io.opslore.sources.live;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.library.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How what was seen is written down. */
final class Told {

    private static final int MARK = 6;
    private static final int LONGEST_NAME = 120;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Told() {}

    /** A name as a part of a path; two names are never the same part. */
    static String segment(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "-").replaceFirst("^\\.+", "-");
        String cut = safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
        return cut.equals(name) && !name.isEmpty()
                ? name
                : cut + "-" + Sha256.of(name).substring(0, MARK);
    }

    /** As code within a line, however it looks. */
    static String code(String text, int most) {
        String flat = text.replace('`', '\'').replaceAll("\\s+", " ").strip();
        return "`" + (flat.length() > most ? flat.substring(0, most) + "…" : flat) + "`";
    }

    static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * A number that somebody entered.
     *
     * @param usual where nobody did
     * @throws ConnectionFailed for none, or one out of bounds
     */
    static int number(String written, int usual, int least, int most) {
        if (written.isEmpty()) {
            return usual;
        }
        if (!written.matches("\\d{1,6}")
                || Integer.parseInt(written) < least
                || Integer.parseInt(written) > most) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no number that is possible here.",
                    "Enter one from %d to %d.".formatted(least, most));
        }
        return Integer.parseInt(written);
    }
}
