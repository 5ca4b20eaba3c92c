package io.opslore.backup.ui;

import com.vaadin.flow.component.UI;
import io.opslore.backup.Progress;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a page has begun and shows while somebody looks; it goes on when the page is left. */
final class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final Consumer<Runnable> page;

    BackgroundWork(UI ui) {
        page = ui.accessLater((Runnable shown) -> shown.run(), () -> {})::accept;
    }

    /** All but the work itself is done on the page. */
    <T> void begin(
            Work<T> work,
            Consumer<Progress.Step> shown,
            Consumer<T> done,
            Consumer<String> failed) {
        Thread.ofVirtual()
                .name("backup")
                .start(() -> {
                    try {
                        T result = work.run(step -> page.accept(() -> shown.accept(step)));
                        page.accept(() -> done.accept(result));
                    } catch (RuntimeException e) {
                        LOG.error("A backup could not be made or verified", e);
                        page.accept(() -> failed.accept(String.valueOf(e.getMessage())));
                    }
                });
    }

    /** Takes a while, and says how far it is. */
    interface Work<T> {
        T run(Progress heard);
    }
}
