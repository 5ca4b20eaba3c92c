package io.opslore.ingest.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.opslore.library.Space;

/** A space in the list of spaces: one link, all of it. */
final class SpaceCard extends Div {

    SpaceCard(Space space) {
        RouterLink link = new RouterLink(SpaceView.class, SpaceView.parameters(space.id()));
        Span documents = new Span(getTranslation("sources.documents", space.documents()));
        documents.addClassName("secondary");
        link.add(new H2(space.name()));
        if (!space.description().isBlank()) {
            link.add(new Paragraph(space.description()));
        }
        link.add(documents);
        addClassName("card");
        add(link);
    }
}
