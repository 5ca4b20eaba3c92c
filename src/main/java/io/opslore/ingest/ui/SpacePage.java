package io.opslore.ingest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.UploadHandler;
import io.opslore.ingest.IngestProgress;
import io.opslore.kit.EmptyState;
import io.opslore.library.Document;
import io.opslore.library.Space;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The page of one space; takes files dropped anywhere on it from those who may add some. */
final class SpacePage extends Div {

    /** Where the tree has no room for a third column. */
    private static final int NARROW = 700;

    private final Space space;
    private final DocumentTree tree = new DocumentTree();
    private final Span count = new Span();
    private final Span failures = new Span();
    private final EmptyState empty;

    SpacePage(Space space, Optional<UploadHandler> uploads) {
        this.space = space;
        this.empty =
                new EmptyState(
                        VaadinIcon.UPLOAD_ALT,
                        getTranslation("sources.empty"),
                        getTranslation(
                                uploads.isPresent()
                                        ? "sources.empty.hint"
                                        : "sources.empty.hintReader"));
        layOut(uploads);
    }

    Space space() {
        return space;
    }

    void show(List<Document> documents, List<IngestProgress> states) {
        tree.show(documents, states);
        refresh();
    }

    void show(Collection<IngestProgress> progress) {
        tree.show(progress);
        refresh();
    }

    void reread(Document document) {
        tree.reread(document);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var page = attached.getUI().getPage();
        tree.setNarrow(page.getExtendedClientDetails().getWindowInnerWidth() < NARROW);
        var resizing =
                page.addBrowserWindowResizeListener(
                        resized -> tree.setNarrow(resized.getWidth() < NARROW));
        addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }

    private void layOut(Optional<UploadHandler> uploads) {
        addClassName("space-page");
        Div head = new Div(new H1(space.name()));
        head.addClassName("view-head");
        Div facts = new Div(count, failures);
        facts.addClassName("facts");
        failures.addClassName("bad");
        Paragraph purpose = new Paragraph(space.description());
        purpose.setVisible(!space.description().isBlank());
        Div content = new Div(place(), head, purpose, facts, tree, empty);
        content.addClassName("space-content");
        uploads.ifPresentOrElse(
                handler -> {
                    UploadPanel panel = new UploadPanel(this, handler, content);
                    head.add(panel.button());
                    add(panel);
                },
                () -> add(content));
        refresh();
    }

    private Nav place() {
        Nav place = new Nav(new Anchor("sources", getTranslation("sources.title")));
        place.addClassName("breadcrumbs");
        place.getElement().setAttribute("aria-label", getTranslation("document.place"));
        place.add(new Span(space.name()));
        return place;
    }

    private void refresh() {
        tree.setVisible(!tree.isEmpty());
        empty.setVisible(tree.isEmpty());
        count.setText(getTranslation("sources.documents", tree.size()));
        failures.setText(getTranslation("sources.failed", tree.failures()));
        failures.setVisible(tree.failures() > 0);
    }
}
