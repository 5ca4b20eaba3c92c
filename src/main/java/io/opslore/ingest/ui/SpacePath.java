package io.opslore.ingest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.opslore.library.Space;

/** Where a page below a space lies. */
final class SpacePath extends Nav {

    /** At the space itself. */
    SpacePath(Space space) {
        this(new Span(space.name()));
    }

    /** At the list of its uploads. */
    static SpacePath toUploads(Space space) {
        SpacePath path = new SpacePath(link(space));
        path.add(new Span(path.getTranslation("batch.list")));
        return path;
    }

    /** At one upload. */
    static SpacePath toUpload(Space space, String name) {
        SpacePath path = new SpacePath(link(space));
        path.add(
                new Anchor(UploadNavigation.list(space.id()), path.getTranslation("batch.list")),
                new Span(name));
        return path;
    }

    private SpacePath(Component space) {
        addClassName("breadcrumbs");
        getElement().setAttribute("aria-label", getTranslation("document.place"));
        add(new Anchor("sources", getTranslation("sources.title")), space);
    }

    private static Anchor link(Space space) {
        return new Anchor("sources/" + space.id().value(), space.name());
    }
}
