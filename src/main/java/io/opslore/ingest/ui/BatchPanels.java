package io.opslore.ingest.ui;

import com.vaadin.flow.component.html.Div;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.library.NotFound;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The uploads that somebody on this page should know of: those that go on, and their ends. */
final class BatchPanels extends Div {

    private final Uploads.Of uploads;
    private final Instant opened = Instant.now();
    private final Map<BatchId, BatchPanel> panels = new LinkedHashMap<>();
    private final Set<BatchId> closed = new HashSet<>();

    BatchPanels(Uploads.Of uploads) {
        this.uploads = uploads;
        addClassName("batch-panels");
        refresh();
    }

    void refresh() {
        for (Batch batch : latest()) {
            BatchPanel known = panels.get(batch.id());
            if (known != null) {
                known.show(batch);
            } else if (isNews(batch) && !closed.contains(batch.id())) {
                BatchPanel panel = new BatchPanel(batch, uploads, this::close);
                panels.put(batch.id(), panel);
                addComponentAsFirst(panel);
            }
        }
        setVisible(!panels.isEmpty());
    }

    /** None for somebody who lost access while they looked. */
    private List<Batch> latest() {
        try {
            return uploads.latest();
        } catch (NotFound gone) {
            return List.of();
        }
    }

    /** One that broke off stays news to its sender until they close it: something is to be done. */
    private boolean isNews(Batch batch) {
        boolean mine = uploads.isMine(batch);
        return batch.isActive()
                || mine && batch.startedAt().isAfter(opened)
                || mine && batch.state() == Batch.State.BROKEN_OFF;
    }

    private void close(Batch batch) {
        if (batch.state() == Batch.State.BROKEN_OFF && uploads.maySteer(batch)) {
            uploads.cancel(batch.id());
        }
        closed.add(batch.id());
        BatchPanel panel = panels.remove(batch.id());
        if (panel != null) {
            remove(panel);
        }
        setVisible(!panels.isEmpty());
    }
}
