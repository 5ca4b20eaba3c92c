package io.opslore.ingest.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchItem.Outcome;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.kit.FileSize;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says how far a batch is, in the reader's language. */
final class BatchText {

    private BatchText() {}

    /** What happens now, or what happened. */
    static String state(Batch batch) {
        return switch (batch.state()) {
            case RUNNING -> running(batch);
            case PAUSED -> text("batch.paused", sent(batch));
            case CANCELLED -> text("batch.cancelled", sent(batch));
            case BROKEN_OFF -> text("batch.brokenOff", sent(batch));
            case DONE ->
                    batch.counts().busy() > 0
                            ? text("batch.indexing", batch.counts().busy())
                            : text("batch.done", batch.counts().files());
        };
    }

    /** How many files of each outcome there are; outcomes without a file are left out. */
    static List<Span> counts(Batch.Counts counts) {
        return Stream.of(Outcome.values())
                .filter(outcome -> of(counts, outcome) > 0)
                .map(outcome -> count(counts, outcome))
                .toList();
    }

    private static Span count(Batch.Counts counts, Outcome outcome) {
        Span count = new Span(text(key(outcome) + ".count", of(counts, outcome)));
        count.addClassNames("outcome", outcome.name().toLowerCase(Locale.ROOT));
        return count;
    }

    static int of(Batch.Counts counts, Outcome outcome) {
        return switch (outcome) {
            case NEW -> counts.added();
            case CHANGED -> counts.changed();
            case UNCHANGED -> counts.unchanged();
            case FAILED -> counts.failed();
            case IGNORED -> counts.ignored();
        };
    }

    static String outcome(Outcome outcome) {
        return text(key(outcome));
    }

    /** Why a file was not taken, and what to do. */
    static String reason(Reason reason) {
        return text("batch.reason." + reason.name().toLowerCase(Locale.ROOT));
    }

    private static String running(Batch batch) {
        return batch.progress().unpacking().isEmpty()
                        || batch.progress().receivedFiles() < batch.announced().files()
                ? text("batch.sending", sent(batch))
                : text("batch.unpacking", batch.progress().unpacking());
    }

    private static String sent(Batch batch) {
        return text(
                "batch.sent",
                batch.progress().receivedFiles(),
                batch.announced().files(),
                FileSize.text(batch.progress().receivedBytes()),
                FileSize.text(batch.announced().bytes()));
    }

    private static String key(Outcome outcome) {
        return "batch.outcome." + outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
