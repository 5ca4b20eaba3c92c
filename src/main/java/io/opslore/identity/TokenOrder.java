package io.opslore.identity;

/** How a list of tokens is sorted. */
public enum TokenOrder {
    CREATED("t.created_at"),
    EXPIRES("t.expires_at"),
    LAST_USED("t.last_used_at"),
    NAME("lower(t.name)"),
    USERNAME("lower(a.username)");

    private final String column;

    TokenOrder(String column) {
        this.column = column;
    }

    String sql(boolean descending) {
        return column + (descending ? " desc nulls last" : " nulls first") + ", t.id";
    }
}
