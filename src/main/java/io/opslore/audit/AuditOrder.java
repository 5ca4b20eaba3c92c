package io.opslore.audit;

/**
 * In what order lines are shown.
 *
 * @param descending the last first
 */
public record AuditOrder(By by, boolean descending) {

    /** The latest first. */
    public static final AuditOrder NEWEST_FIRST = new AuditOrder(By.TIME, true);

    /** By what; lines that are alike stand as they were written. */
    public enum By {
        TIME("sequence"),
        ACTION("action"),
        ACTOR("actor_name"),
        OUTCOME("outcome"),
        SUBJECT("subject_name");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    String sql() {
        String direction = descending ? " desc" : "";
        return by.column + direction + ", sequence" + direction;
    }
}
