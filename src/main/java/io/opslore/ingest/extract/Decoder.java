package io.opslore.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out in which character set bytes are written, if they are text at all. */
final class Decoder {

    private static final int SAMPLE = 64 * 1024;
    private static final List<Charset> OLD_CHARSETS =
            List.of(
                    Charset.forName("windows-1251"),
                    Charset.forName("KOI8-R"),
                    Charset.forName("IBM866"),
                    Charset.forName("windows-1252"));

    private Decoder() {}

    /** Empty for bytes that are no text. */
    static Optional<String> decode(byte[] bytes) {
        Optional<Charset> wide = wideCharset(bytes);
        if (wide.isPresent()) {
            return wide.map(charset -> new String(bytes, charset)).filter(Decoder::isReadable);
        }
        return (isUtf8(bytes) ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : old(bytes))
                .filter(Decoder::isReadable);
    }

    /** Like {@link #decode} for the start of a file, which may be cut inside a character. */
    static boolean looksLikeText(byte[] head) {
        for (int cut = 0; cut <= 3 && cut < head.length; cut++) {
            byte[] shorter = Arrays.copyOf(head, head.length - cut);
            if (wideCharset(shorter).isPresent() || isUtf8(shorter)) {
                return decode(shorter).isPresent();
            }
        }
        return decode(head).isPresent();
    }

    private static Optional<Charset> wideCharset(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(Charset.forName("UTF-32"));
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        return wideWithoutMark(bytes);
    }

    /** In UTF-16 text most high bytes are 0 (Latin) or 4 (Cyrillic), and few low bytes are. */
    private static Optional<Charset> wideWithoutMark(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int[] high = new int[2];
        int zeros = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0 || bytes[i] == 4) {
                high[i & 1]++;
            }
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        int pairs = length / 2;
        if (pairs < 4 || zeros == 0) {
            return Optional.empty();
        }
        if (high[1] > pairs * 0.9 && high[0] < pairs * 0.1) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return high[0] > pairs * 0.9 && high[1] < pairs * 0.1
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<String> old(byte[] bytes) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long broken = lenient.chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = lenient.chars().filter(c -> c > 127).count();
        // A log that was cut or damaged here and there.
        if (broken * 10 < beyondAscii) {
            return Optional.of(lenient);
        }
        return OLD_CHARSETS.stream()
                .map(charset -> new String(bytes, charset))
                .max(Comparator.comparingInt(Decoder::likelihood));
    }

    /** Words of one case score; letters that change case inside a word and odd signs cost. */
    private static int likelihood(String text) {
        int score = 0;
        char before = ' ';
        for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                score += weight(before, c);
            }
            before = c;
        }
        return score;
    }

    private static int weight(char before, char c) {
        boolean cyrillic = c >= 'А' && c <= 'я' || c == 'ё' || c == 'Ё';
        if (cyrillic && Character.isLowerCase(c)) {
            return Character.isLetter(before) && before < 128 ? -1 : 3;
        }
        if (cyrillic) {
            return Character.isLowerCase(before) ? -3 : 1;
        }
        return Character.isLowerCase(c) && Character.isLetter(before) && before < 128 ? 2 : -1;
    }

    /** A few odd characters are no reason to refuse a text, not even a short one. */
    private static boolean isReadable(String text) {
        long strange = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            strange += c == 0 ? 4 : isStrange(c) ? 1 : 0;
        }
        return strange * 50 <= text.length() + 150L;
    }

    private static boolean isStrange(char c) {
        return c == '\uFFFD' || c < ' ' && "\t\n\r\f\b\u001B".indexOf(c) < 0;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
