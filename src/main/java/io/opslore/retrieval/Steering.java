package io.opslore.retrieval;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.retrieval.engine.GenerationId;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A generation's life as people change it: each change stands on the record, or does not happen.
 */
@Component
class Steering {

    private final GenerationLife life;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Steering(
            GenerationLife life,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.life = life;
        this.transaction = transaction;
        this.events = events;
    }

    boolean rebuild(Asker asker) {
        return recorded("rebuild", "", asker, () -> life.rebuild(asker.username()));
    }

    boolean setPaused(GenerationId id, boolean paused, Asker asker) {
        return recorded(paused ? "pause" : "go-on", id, asker, () -> life.setPaused(id, paused));
    }

    boolean cancel(GenerationId id, Asker asker) {
        return recorded("cancel", id, asker, () -> life.cancel(id));
    }

    boolean revert(GenerationId id, Asker asker) {
        return recorded("revert", id, asker, () -> life.revert(id, asker.username()));
    }

    boolean drop(GenerationId id, Asker asker) {
        return recorded("drop", id, asker, () -> life.drop(id));
    }

    private boolean recorded(String verb, GenerationId id, Asker asker, BooleanSupplier change) {
        return recorded(verb, String.valueOf(id.value()), asker, change);
    }

    private boolean recorded(String verb, String id, Asker asker, BooleanSupplier change) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> {
                    boolean changed = change.getAsBoolean();
                    if (changed) {
                        events.publishEvent(new IndexAction(verb, id, asker));
                    }
                    return changed;
                }));
    }

    private record IndexAction(String verb, String generation, Asker asker) implements Auditable {

        @Override
        public AuditRecord audited() {
            return AuditRecord.done(
                    "index." + verb,
                    asker.actor(),
                    new Subject("index", generation, generation),
                    Map.of());
        }
    }
}
