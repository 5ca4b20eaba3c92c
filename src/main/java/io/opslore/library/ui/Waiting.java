package io.opslore.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Waits on an open page for something that happens elsewhere, by asking now and then. The library
 * does not know who indexes, so it cannot be told.
 */
final class Waiting {

    private static final int MILLIS = 2_000;

    /** What has not happened after five minutes will not happen while somebody looks on. */
    private static final int MOST_TIMES = 150;

    private final List<Registration> registrations = new ArrayList<>();
    private int times;

    /** Runs the action once it has happened, unless the component is gone by then. */
    void on(Component shown, BooleanSupplier hasHappened, Runnable action) {
        end();
        UI ui = UI.getCurrent();
        times = 0;
        ui.setPollInterval(MILLIS);
        registrations.add(
                ui.addPollListener(poll -> {
                    if (hasHappened.getAsBoolean()) {
                        end();
                        action.run();
                    } else if (++times >= MOST_TIMES) {
                        end();
                    }
                }));
        registrations.add(shown.addDetachListener(detached -> end()));
        registrations.add(() -> ui.setPollInterval(-1));
    }

    /** Waits no longer. */
    void end() {
        List<Registration> ended = List.copyOf(registrations);
        registrations.clear();
        ended.forEach(Registration::remove);
    }
}
