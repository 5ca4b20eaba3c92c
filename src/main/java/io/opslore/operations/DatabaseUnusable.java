package io.opslore.operations;

/** The PostgreSQL that was named cannot be used as it is. */
class DatabaseUnusable extends RuntimeException {

    private final String advice;

    DatabaseUnusable(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
