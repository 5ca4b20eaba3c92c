package io.opslore.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.FileSize;
import io.opslore.kit.TimeText;
import io.opslore.library.Release;
import io.opslore.library.Revision;

/** Says which document this is, at which revision, and offers the others and the original. */
final class DocumentHeader extends Div {

    private final OpenedDocument opened;
    private final Div actions = new Div();

    DocumentHeader(OpenedDocument opened, Surroundings around) {
        this.opened = opened;
        layOut(around);
    }

    /** Adds what else can be done. */
    void offer(Component action) {
        actions.add(action);
    }

    private void layOut(Surroundings around) {
        addClassName("document-header");
        actions.addClassName("document-actions");
        actions.add(revisions(), download(opened.release().copy()));
        Div top = new Div(new H1(opened.title()), actions);
        top.addClassName("document-top");
        add(
                PlaceTrail.to(opened.space(), opened.document()),
                top,
                new DetailsLine(opened.document(), around.successor()),
                facts());
    }

    private OriginalLink download(Release.Copy copy) {
        String name = copy == Release.Copy.MASKED_TEXT ? "masks.download" : "document.download";
        return OriginalLink.named(getTranslation(name), opened.shown(), copy);
    }

    private Div facts() {
        Revision shown = opened.shown();
        Div facts =
                new Div(
                        new Span(getTranslation("document.revision", shown.number())),
                        new Span(shown.author()),
                        new TimeText(shown.createdAt()),
                        new Span(FileSize.text(shown.size())),
                        new Span(getTranslation("document.from", opened.document().source())));
        facts.addClassName("facts");
        return facts;
    }

    private Anchor revisions() {
        Anchor revisions =
                new Anchor(
                        DocumentNavigation.revisionsAddress(
                                opened.document().id(), opened.shown().id()),
                        "");
        revisions.add(
                new Icon(VaadinIcon.TIME_BACKWARD),
                new Span(getTranslation("document.revisions", opened.revisions().size())));
        revisions.addClassName("button-link");
        return revisions;
    }
}
