package io.opslore.ingest.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.library.Twins;
import io.opslore.library.ui.DocumentNavigation;

/** Says that a document holds the same bytes as another one. */
final class TwinText {

    private TwinText() {}

    static Anchor of(Twins.Twin twin) {
        Anchor link =
                new Anchor(
                        DocumentNavigation.address(twin.document()),
                        I18NProvider.translate("sources.twin", twin.path()));
        link.addClassNames("secondary", "twin");
        return link;
    }
}
