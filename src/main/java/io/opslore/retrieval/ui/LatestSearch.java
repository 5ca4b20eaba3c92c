package io.opslore.retrieval.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import io.opslore.retrieval.SearchResults;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches beside the page, so that typing goes on: one at a time, and of those that were asked for
 * meanwhile only the last. Used by the page's own thread alone.
 */
final class LatestSearch {

    private static final Logger log = LoggerFactory.getLogger(LatestSearch.class);

    private final SerializableConsumer<Optional<SearchResults>> show;
    private boolean running;
    private @Nullable Supplier<SearchResults> next;

    /**
     * @param show gets what was found, unless something else is wanted by then; empty if the search
     *     failed
     */
    LatestSearch(SerializableConsumer<Optional<SearchResults>> show) {
        this.show = show;
    }

    void start(Supplier<SearchResults> search, UI ui) {
        if (running) {
            next = search;
            return;
        }
        running = true;
        var done = ui.accessLater((Optional<SearchResults> found) -> finished(found, ui), () -> {});
        Thread.ofVirtual().name("search").start(() -> done.accept(attempt(search)));
    }

    private void finished(Optional<SearchResults> found, UI ui) {
        running = false;
        Supplier<SearchResults> wanted = next;
        next = null;
        if (wanted == null) {
            show.accept(found);
        } else {
            start(wanted, ui);
        }
    }

    private static Optional<SearchResults> attempt(Supplier<SearchResults> search) {
        try {
            return Optional.of(search.get());
        } catch (RuntimeException e) {
            log.warn("A search failed", e);
            return Optional.empty();
        }
    }
}
