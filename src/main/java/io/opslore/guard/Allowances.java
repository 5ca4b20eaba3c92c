package io.opslore.guard;

import io.opslore.identity.Asker;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people have left of what they may use. Thread-safe. */
@Service
@Transactional(readOnly = true)
public class Allowances {

    /** Little is left when more than this is used. */
    private static final double MUCH = 0.8;

    private final Limits limits;
    private final RequestBudget requests;
    private final HeldBytes held;

    Allowances(Limits limits, RequestBudget requests, HeldBytes held) {
        this.limits = limits;
        this.requests = requests;
        this.held = held;
    }

    /** For everyone: where they themselves stand with each limit that is used up over time. */
    public List<Standing> of(Asker asker) {
        EffectiveLimits effective = limits.effective(asker);
        var storage = new Standing(effective.value(Limit.STORAGE_BYTES), held.of(asker.id()), null);
        return Stream.concat(requests.standings(asker.id(), effective).stream(), Stream.of(storage))
                .sorted(Comparator.comparing(standing -> standing.value().limit()))
                .toList();
    }

    /** For everyone: the limit on questions that they have the least left of, if that is little. */
    public Optional<Standing> scarcest(Asker asker) {
        return requests.standings(asker.id(), limits.effective(asker)).stream()
                .filter(standing -> standing.share() > MUCH)
                .max(Comparator.comparingDouble(Standing::share));
    }
}
