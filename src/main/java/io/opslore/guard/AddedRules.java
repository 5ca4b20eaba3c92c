package io.opslore.guard;

import io.opslore.guard.masking.Finding;
import io.opslore.guard.masking.OwnPatterns;
import java.util.List;

/** What admins have added to the shipped rules of masking. Thread-safe. */
interface AddedRules {

    /** Where there are no admins. */
    AddedRules NONE =
            new AddedRules() {

                private final OwnPatterns none = new OwnPatterns(List.of());

                @Override
                public long version() {
                    return 0;
                }

                @Override
                public OwnPatterns patterns() {
                    return none;
                }

                @Override
                public boolean allowed(Finding finding) {
                    return false;
                }
            };

    /** Another one after each change. */
    long version();

    OwnPatterns patterns();

    /** Whether it was said to be no secret. */
    boolean allowed(Finding finding);
}
