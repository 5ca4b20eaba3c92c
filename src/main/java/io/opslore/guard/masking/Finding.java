package io.opslore.guard.masking;

/**
 * Where a secret stands.
 *
 * @param start of the first character that must go
 * @param end after the last one; between them may be line breaks, which stay
 * @param kind in lower case with hyphens
 * @param name the key that it belongs to, as written; empty where it has none
 * @param rule by which it was found
 * @param secret what it is apart from how it is written here: decoded, without line breaks
 */
public record Finding(int start, int end, String kind, String name, String rule, String secret) {

    /** Something that is written as it is. */
    static Finding plain(Source source, int start, int end, String kind, String name, String rule) {
        return new Finding(
                start, end, kind, name, rule, Secrets.bare(source.text().substring(start, end)));
    }

    int length() {
        return end - start;
    }
}
