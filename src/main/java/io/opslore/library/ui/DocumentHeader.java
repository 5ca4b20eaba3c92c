package io.opslore.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.opslore.kit.FileSize;
import io.opslore.kit.TimeText;
import io.opslore.library.Revision;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/** Says which document this is, at which revision, and offers the others and the original. */
final class DocumentHeader extends Div {

    private final OpenedDocument opened;
    private final Supplier<InputStream> original;

    DocumentHeader(OpenedDocument opened, Supplier<InputStream> original) {
        this.opened = opened;
        this.original = original;
        layOut();
    }

    private void layOut() {
        addClassName("document-header");
        Div actions = new Div(revisions(), download());
        actions.addClassName("document-actions");
        Div top = new Div(new H1(opened.title()), actions);
        top.addClassName("document-top");
        add(place(), top, facts());
        if (opened.isOld()) {
            add(oldNote());
        }
    }

    private Nav place() {
        Nav place = new Nav();
        place.addClassName("breadcrumbs");
        place.getElement().setAttribute("aria-label", getTranslation("document.place"));
        place.add(
                new Anchor("sources", getTranslation("sources.title")),
                new Anchor("sources/" + opened.space().id().value(), opened.space().name()));
        for (String part : List.of(opened.shown().path().split("/"))) {
            place.add(new Span(part));
        }
        return place;
    }

    private Div facts() {
        Revision shown = opened.shown();
        Div facts =
                new Div(
                        new Span(getTranslation("document.revision", shown.number())),
                        new Span(shown.author()),
                        new TimeText(shown.createdAt()),
                        new Span(FileSize.text(shown.size())));
        facts.addClassName("facts");
        return facts;
    }

    private Select<Revision> revisions() {
        Select<Revision> select = new Select<>();
        select.setAriaLabel(getTranslation("document.revisions"));
        select.setItems(opened.revisions());
        select.setItemLabelGenerator(this::label);
        select.setValue(opened.shown());
        select.addValueChangeListener(change -> open(change.getValue()));
        select.setVisible(opened.revisions().size() > 1);
        return select;
    }

    private String label(Revision revision) {
        return getTranslation(
                "document.revision.label", revision.number(), TimeText.exact(revision.createdAt()));
    }

    private void open(Revision revision) {
        UI.getCurrent()
                .navigate(
                        DocumentNavigation.address(revision.document()),
                        QueryParameters.of(
                                DocumentNavigation.REVISION, revision.id().value().toString()));
    }

    private Anchor download() {
        Revision shown = opened.shown();
        Anchor download =
                new Anchor(
                        DownloadHandler.fromInputStream(request ->
                                new DownloadResponse(
                                        original.get(),
                                        opened.document().fileName(),
                                        "application/octet-stream",
                                        shown.size())),
                        "");
        download.add(
                new Icon(VaadinIcon.DOWNLOAD_ALT), new Span(getTranslation("document.download")));
        download.addClassName("button-link");
        download.getElement().setAttribute("download", opened.document().fileName());
        return download;
    }

    private Div oldNote() {
        Revision standing = OpenedDocument.standing(opened.document(), opened.revisions());
        Div note =
                new Div(
                        new Icon(VaadinIcon.TIME_BACKWARD),
                        new Span(getTranslation("document.old", opened.shown().number())),
                        new Anchor(
                                DocumentNavigation.address(opened.document().id()),
                                getTranslation("document.old.newest", standing.number())));
        note.addClassNames("note", "warning");
        note.getElement().setAttribute("role", "status");
        return note;
    }
}
