package io.opslore.guard;

/** Whether a request may begin. */
public sealed interface Admitting {

    /** It may; the lease must be closed when it has ended. */
    record Admitted(Lease lease) implements Admitting {}

    /** It may not. */
    record Refused(Refusal refusal) implements Admitting {}

    /** The lease; throws {@link LimitReached} where there is none. */
    default Lease orThrow() {
        return switch (this) {
            case Admitted(Lease lease) -> lease;
            case Refused(Refusal refusal) -> throw new LimitReached(refusal);
        };
    }
}
