package io.opslore.connections.kubernetes;

/**
 * What to list.
 *
 * @param namespace empty for all that may be seen
 * @param labels a selector as the API takes it; empty for all
 * @param fields the same, by fields
 * @param limit the most objects of one page
 * @param after where the page before ended; empty for the first
 */
public record Listing(
        ApiKind kind, String namespace, String labels, String fields, int limit, String after) {

    /** The first page of all in a namespace, or in all of them. */
    public static Listing of(ApiKind kind, String namespace) {
        return new Listing(kind, namespace, "", "", 500, "");
    }

    public Listing withLabels(String selector) {
        return new Listing(kind, namespace, selector, fields, limit, after);
    }

    public Listing withFields(String selector) {
        return new Listing(kind, namespace, labels, selector, limit, after);
    }

    public Listing after(String place) {
        return new Listing(kind, namespace, labels, fields, limit, place);
    }
}
