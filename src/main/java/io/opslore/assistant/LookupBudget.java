package io.opslore.assistant;

import java.time.Duration;

/** What is left to one answer for looking things up. Not thread-safe. */
final class LookupBudget {

    private final LookupSettings settings;
    private final long until;
    private int rounds;
    private int calls;

    LookupBudget(LookupSettings settings) {
        this.settings = settings;
        until = System.nanoTime() + settings.time().toNanos();
    }

    /** Whether the model may be asked once more. */
    boolean nextRound() {
        return rounds++ < settings.rounds() && calls < settings.calls() && isTime();
    }

    /** Whether one call more may be made. */
    boolean nextCall() {
        return calls++ < settings.calls() && isTime();
    }

    /** The time that is left; not more than none. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    private boolean isTime() {
        return left().isPositive();
    }
}
