package io.opslore.ingest.ui;

import com.vaadin.flow.component.UI;
import io.opslore.ingest.IngestProgress;
import io.opslore.library.DocumentId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings progress to a page without flooding it: what was announced while the page was busy comes
 * as one, of each document only the last. Thread-safe.
 */
final class ProgressInbox implements Consumer<IngestProgress> {

    private final Soon soon;
    private final Map<DocumentId, IngestProgress> waiting = new LinkedHashMap<>();

    ProgressInbox(UI ui, Consumer<Collection<IngestProgress>> page) {
        soon = new Soon(ui, () -> page.accept(take()));
    }

    @Override
    public void accept(IngestProgress progress) {
        synchronized (waiting) {
            waiting.put(progress.document(), progress);
        }
        soon.ask();
    }

    private Collection<IngestProgress> take() {
        synchronized (waiting) {
            List<IngestProgress> taken = List.copyOf(waiting.values());
            waiting.clear();
            return taken;
        }
    }
}
