package io.opslore.retrieval.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a search text from its beginning to its end, once. */
final class Reader {

    /** Which mark closes a quotation. */
    private static final Map<Character, Character> QUOTES =
            Map.of('"', '"', '«', '»', '“', '”', '„', '“');

    private final String text;
    private final List<Term> terms = new ArrayList<>();
    private int at;

    Reader(String text) {
        this.text = text;
    }

    List<Term> read() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (!readNarrowing() && !readExact()) {
                readFree();
            }
        }
        return terms;
    }

    /** {@code kind:adr} or {@code -tag:"two words"}; a prefix without a value is plain text. */
    private boolean readNarrowing() {
        boolean excluded = text.charAt(at) == '-';
        int from = excluded ? at + 1 : at;
        int colon = text.indexOf(':', from);
        Optional<Field> field =
                colon < 0 ? Optional.empty() : Field.of(text.substring(from, colon));
        int value = colon + 1;
        if (field.isEmpty() || value >= text.length()) {
            return false;
        }
        int closed = closing(value);
        int end = closed < 0 ? endOfWord(value) : closed + 1;
        String said = closed < 0 ? text.substring(value, end) : text.substring(value + 1, closed);
        if (said.isBlank()) {
            return false;
        }
        terms.add(new Term.Narrowing(field.get(), said.strip(), excluded, at, end));
        at = end;
        return true;
    }

    private boolean readExact() {
        int closed = closing(at);
        if (closed < 0) {
            return false;
        }
        String said = text.substring(at + 1, closed).strip();
        if (!said.isEmpty()) {
            terms.add(new Term.Exact(said, at, closed + 1));
        }
        at = closed + 1;
        return true;
    }

    private void readFree() {
        int end = endOfWord(at);
        terms.add(new Term.Free(text.substring(at, end), at, end));
        at = end;
    }

    /** Where the quotation that opens here is closed; -1 where none opens, or it stays open. */
    private int closing(int open) {
        Character close = QUOTES.get(text.charAt(open));
        return close == null ? -1 : text.indexOf(close, open + 1);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
