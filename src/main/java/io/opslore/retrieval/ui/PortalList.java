package io.opslore.retrieval.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.opslore.kit.TimeText;
import io.opslore.replicas.Portal;
import io.opslore.replicas.Portals;
import java.util.List;

/**
 * The portals that work on this database, a handful at most; each says every few seconds that it
 * lives.
 */
final class PortalList extends Div {

    PortalList(Portals portals) {
        addClassName("portals");
        List<Portal> living = portals.heardOf();
        add(new H2(getTranslation("index.portals", living.size())));
        living.forEach(portal -> add(line(portal, portals.isThis(portal))));
    }

    private Div line(Portal portal, boolean isThis) {
        Span name = new Span(portal.host());
        name.addClassName("portal-name");
        Div line =
                new Div(
                        name,
                        new Span(getTranslation("index.portal.version", portal.version())),
                        new Span(
                                new Span(getTranslation("index.portal.since") + " "),
                                new TimeText(portal.startedAt())),
                        new Span(
                                new Span(getTranslation("index.portal.heard") + " "),
                                new TimeText(portal.seenAt())));
        if (isThis) {
            line.add(new Span(getTranslation("index.portal.this")));
        }
        line.addClassName("portal");
        return line;
    }
}
