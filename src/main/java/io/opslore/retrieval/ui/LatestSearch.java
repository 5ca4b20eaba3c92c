package io.opslore.retrieval.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import io.opslore.retrieval.IndexAway;
import io.opslore.retrieval.SearchResults;
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

    private final SerializableConsumer<Ended> show;
    private boolean running;
    private @Nullable Supplier<SearchResults> next;

    /**
     * @param show gets how it ended, unless something else is wanted by then
     */
    LatestSearch(SerializableConsumer<Ended> show) {
        this.show = show;
    }

    void start(Supplier<SearchResults> search, UI ui) {
        if (running) {
            next = search;
            return;
        }
        running = true;
        var done = ui.accessLater((Ended found) -> finished(found, ui), () -> {});
        Thread.ofVirtual().name("search").start(() -> done.accept(attempt(search)));
    }

    private void finished(Ended found, UI ui) {
        running = false;
        Supplier<SearchResults> wanted = next;
        next = null;
        if (wanted == null) {
            show.accept(found);
        } else {
            start(wanted, ui);
        }
    }

    private static Ended attempt(Supplier<SearchResults> search) {
        try {
            return new Ended.Found(search.get());
        } catch (IndexAway e) {
            return new Ended.Away();
        } catch (RuntimeException e) {
            log.warn("A search failed", e);
            return new Ended.Failed();
        }
    }

    /** How a search ended. */
    sealed interface Ended {

        record Found(SearchResults results) implements Ended {}

        /** The search engine cannot be asked now. */
        record Away() implements Ended {}

        record Failed() implements Ended {}
    }
}
