package io.opslore.guard;

/** The asker has used up what they may use; nothing was begun or kept. */
public class LimitReached extends RuntimeException {

    private final Refusal refusal;

    public LimitReached(Refusal refusal) {
        super(refusal.text());
        this.refusal = refusal;
    }

    /** Which limit, and when it frees. */
    public Refusal refusal() {
        return refusal;
    }
}
