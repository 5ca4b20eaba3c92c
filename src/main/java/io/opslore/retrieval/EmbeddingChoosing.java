package io.opslore.retrieval;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.models.EmbeddingStatus;
import io.opslore.models.EmbeddingTask;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue's embedding task: another model means another index. Thread-safe. */
@Service
@NeedsPermission(Permission.MODEL_MANAGE)
public class EmbeddingChoosing implements EmbeddingTask {

    private static final String BUILT_IN = "built-in";

    private final ServerModelRecords records;
    private final ModelExamination examination;
    private final GenerationLife life;
    private final EmbeddingWatch watch;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    EmbeddingChoosing(
            ServerModelRecords records,
            ModelExamination examination,
            GenerationLife life,
            EmbeddingWatch watch,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.records = records;
        this.examination = examination;
        this.life = life;
        this.watch = watch;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public EmbeddingStatus status(Asker asker) {
        return watch.status(records.chosen().map(ServerModel::model));
    }

    @Override
    public void choose(Optional<String> model, Asker asker) {
        Optional<ServerModel> wanted = model.map(examination::examined);
        transaction.executeWithoutResult(status -> {
            Optional<ServerModel> before = records.chosen();
            life.change(
                    () -> wanted.ifPresentOrElse(records::choose, records::chooseNone),
                    asker.username());
            if (!wanted.equals(before)) {
                events.publishEvent(new EmbeddingChanged(name(before), name(wanted), asker));
            }
        });
        watch.changed();
    }

    private static String name(Optional<ServerModel> model) {
        return model.map(ServerModel::name).orElse(BUILT_IN);
    }

    private record EmbeddingChanged(String before, String after, Asker asker) implements Auditable {

        @Override
        public AuditRecord audited() {
            return AuditRecord.done(
                    "model.embedding-change",
                    asker.actor(),
                    new Subject("model-task", "embedding", after),
                    Map.of("before", before, "after", after));
        }
    }
}
