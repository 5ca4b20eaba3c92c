package io.opslore.library.ui;

import com.vaadin.flow.component.Component;

/**
 * What a shown document needs of the browser, in one static file, loaded with the first of them.
 */
final class ViewerScript {

    private ViewerScript() {}

    static void loadFor(Component component) {
        component.addAttachListener(
                attached -> attached.getUI().getPage().addJavaScript("context://viewer.js"));
    }
}
