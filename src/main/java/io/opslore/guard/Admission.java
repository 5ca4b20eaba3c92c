package io.opslore.guard;

import io.opslore.guard.Admitting.Admitted;
import io.opslore.guard.Admitting.Refused;
import io.opslore.identity.Asker;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The door for everything that is asked of a model, whatever way it comes. Thread-safe, and exact
 * for all portals on one database together.
 */
@Service
public class Admission {

    private final Limits limits;
    private final Counter counter;
    private final Leases leases;
    private final RefusalCount refusals;

    Admission(Limits limits, Counter counter, Leases leases, RefusalCount refusals) {
        this.limits = limits;
        this.counter = counter;
        this.leases = leases;
        this.refusals = refusals;
    }

    /** For everyone: lets one request begin if all of their limits have room for it. */
    public Admitting admit(Asker asker) {
        UUID id = UUID.randomUUID();
        Optional<Refusal> refusal = counter.count(id, asker.id(), limits.effective(asker));
        refusal.ifPresent(refusals::count);
        return refusal.<Admitting>map(Refused::new)
                .orElseGet(() -> new Admitted(leases.begin(id, asker.id())));
    }
}
