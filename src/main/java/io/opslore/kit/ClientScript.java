package io.opslore.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

/**
 * The few things that only the browser can do (clipboard, scrolling), in one static file that the
 * content security policy allows like any other of the portal's.
 */
final class ClientScript {

    private ClientScript() {}

    /** Loads the file, once for each page, when the component is shown. */
    static void loadFor(Component component) {
        component.addAttachListener(attached -> load(attached.getUI()));
    }

    private static void load(UI ui) {
        ui.getPage().addJavaScript("context://opslore.js");
    }
}
