package io.opslore.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;

/** Tells a page whether the window has room for a table with many columns. */
public final class Narrow {

    private static final int WIDTH = 760;

    private Narrow() {}

    /** Whether the window has little room right now. */
    public static boolean is(UI ui) {
        return ui.getPage().getExtendedClientDetails().getWindowInnerWidth() < WIDTH;
    }

    /** Tells it now and whenever the window is resized, until the component is detached. */
    public static void watch(Component component, UI ui, Consumer<Boolean> listener) {
        listener.accept(is(ui));
        var resizing =
                ui.getPage()
                        .addBrowserWindowResizeListener(
                                resized -> listener.accept(resized.getWidth() < WIDTH));
        component.addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }
}
