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
 * Gathers progress that comes from background threads and hands it to the page in one go, the
 * newest state of each document only: a thousand files must not mean a thousand updates.
 */
final class ProgressInbox implements Consumer<IngestProgress> {

    private final UI ui;
    private final Consumer<Collection<IngestProgress>> page;
    private final Map<DocumentId, IngestProgress> waiting = new LinkedHashMap<>();

    ProgressInbox(UI ui, Consumer<Collection<IngestProgress>> page) {
        this.ui = ui;
        this.page = page;
    }

    @Override
    public void accept(IngestProgress progress) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.put(progress.document(), progress);
        }
        if (first) {
            ui.access(() -> page.accept(take()));
        }
    }

    private Collection<IngestProgress> take() {
        synchronized (waiting) {
            List<IngestProgress> taken = List.copyOf(waiting.values());
            waiting.clear();
            return taken;
        }
    }
}
