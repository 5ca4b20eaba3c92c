package io.opslore.identity;

/** How a list of sign-ins is sorted. */
public enum SessionOrder {
    LAST_SEEN("s.last_seen_at"),
    SINCE("s.created_at"),
    USERNAME("lower(a.username)"),
    ADDRESS("s.address");

    private final String column;

    SessionOrder(String column) {
        this.column = column;
    }

    String sql(boolean descending) {
        return column + (descending ? " desc" : "") + ", s.id";
    }
}
