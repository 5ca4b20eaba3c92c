package io.opslore.schedules;

/** A run has found that something is wrong, and can say so in the reader's language. */
public final class JobFailed extends Exception {

    private static final long serialVersionUID = 1;

    private final transient JobResult result;

    public JobFailed(JobResult result) {
        super(result.key() + " " + result.values());
        this.result = result;
    }

    /** What is wrong. */
    public JobResult result() {
        return result;
    }
}
