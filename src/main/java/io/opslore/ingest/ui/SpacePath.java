package io.opslore.ingest.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.opslore.library.Space;

/** Where a page below a space lies. */
final class SpacePath extends Nav {

    SpacePath(Space space, String... below) {
        addClassName("breadcrumbs");
        getElement().setAttribute("aria-label", getTranslation("document.place"));
        add(new Anchor("sources", getTranslation("sources.title")));
        if (below.length == 0) {
            add(new Span(space.name()));
            return;
        }
        add(new Anchor("sources/" + space.id().value(), space.name()));
        for (String part : below) {
            add(new Span(part));
        }
    }
}
