package io.opslore.replicas;

/** Another portal lives on the database, and the two would spoil each other's work. */
public class CannotShare extends RuntimeException {

    private final String advice;

    CannotShare(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
