package io.opslore.library.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.opslore.library.Document;
import io.opslore.library.Space;
import java.util.List;

/** The way down from all sources to what is shown. */
final class PlaceTrail extends Nav {

    private PlaceTrail(Space space) {
        addClassName("breadcrumbs");
        getElement().setAttribute("aria-label", getTranslation("document.place"));
        add(
                new Anchor("sources", getTranslation("sources.title")),
                new Anchor(DocumentNavigation.spaceAddress(space.id()), space.name()));
    }

    /** Ends at a document. */
    static PlaceTrail to(Space space, Document document) {
        PlaceTrail trail = new PlaceTrail(space);
        parts(document).forEach(part -> trail.add(new Span(part)));
        return trail;
    }

    /** Ends at a page about a document. */
    static PlaceTrail to(Space space, Document document, String page) {
        PlaceTrail trail = new PlaceTrail(space);
        List<String> parts = parts(document);
        parts.subList(0, parts.size() - 1).forEach(part -> trail.add(new Span(part)));
        trail.add(
                new Anchor(DocumentNavigation.address(document.id()), parts.getLast()),
                new Span(page));
        return trail;
    }

    /** Ends at a page about the space. */
    static PlaceTrail to(Space space, String page) {
        PlaceTrail trail = new PlaceTrail(space);
        trail.add(new Span(page));
        return trail;
    }

    private static List<String> parts(Document document) {
        return List.of(document.path().split("/"));
    }
}
