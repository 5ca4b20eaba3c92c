package io.opslore.identity;

/**
 * A part of a sorted list.
 *
 * @param order by what; what is equal stands in an order that does not change
 */
public record Slice<O>(O order, boolean descending, int offset, int limit) {

    /** A text anywhere within another, for SQL's {@code ilike}. */
    static String like(String filter) {
        return "%" + filter.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
