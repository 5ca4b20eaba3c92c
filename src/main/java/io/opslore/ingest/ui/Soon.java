package io.opslore.ingest.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs an action on a page a moment after it was asked for, and once for all who asked in the
 * meantime: a thousand files that come in must not be a thousand changes of the page. Thread-safe.
 */
final class Soon {

    private static final Executor MOMENT =
            CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private final UI ui;
    private final Runnable action;
    private final AtomicBoolean asked = new AtomicBoolean();

    Soon(UI ui, Runnable action) {
        this.ui = ui;
        this.action = action;
    }

    /** Returns at once. */
    void ask() {
        if (asked.compareAndSet(false, true)) {
            MOMENT.execute(this::enter);
        }
    }

    private void enter() {
        try {
            ui.access(() -> {
                asked.set(false);
                action.run();
            });
        } catch (UIDetachedException closed) {
            // Nobody looks any more.
        }
    }
}
