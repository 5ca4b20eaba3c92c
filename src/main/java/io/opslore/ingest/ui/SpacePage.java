package io.opslore.ingest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestSettings;
import io.opslore.kit.EmptyState;
import io.opslore.library.Document;
import io.opslore.library.Space;
import io.opslore.library.ui.DocumentNavigation;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** A space: its documents, how to find one of them, and how new ones come in. */
final class SpacePage extends Div {

    /** Where the tree has no room for a third column. */
    private static final int NARROW = 700;

    private final Space space;
    private final Uploads.Of uploads;
    private final Consumer<Browsing> onBrowse;
    private final DocumentTree tree = new DocumentTree();
    private final BatchPanels batches;
    private final BrowseBar bar;
    private final Span count = new Span();
    private final Span failures = new Span();
    private final EmptyState empty;
    private final EmptyState nothing;
    private Browsing browsing;

    SpacePage(
            Space space,
            Uploads.Of uploads,
            IngestSettings settings,
            Browsing browsing,
            Consumer<Browsing> onBrowse) {
        this.space = space;
        this.uploads = uploads;
        this.browsing = browsing;
        this.onBrowse = onBrowse;
        batches = new BatchPanels(uploads);
        bar = new BrowseBar(browsing, this::browse);
        empty =
                new EmptyState(
                        VaadinIcon.UPLOAD_ALT,
                        getTranslation("sources.empty"),
                        getTranslation(
                                uploads.mayWrite()
                                        ? "sources.empty.hint"
                                        : "sources.empty.hintReader"));
        nothing =
                new EmptyState(
                        VaadinIcon.SEARCH,
                        getTranslation("browse.nothing"),
                        getTranslation("browse.nothing.hint"));
        layOut(settings);
    }

    Space space() {
        return space;
    }

    void show(List<Document> documents, List<IngestProgress> states) {
        tree.browse(browsing);
        tree.show(documents, states);
        tree.showMarks(uploads.twins(), uploads.narrowed());
        refresh();
    }

    void show(Collection<IngestProgress> progress) {
        tree.show(progress);
        batches.refresh();
        refresh();
    }

    void showBatches() {
        batches.refresh();
    }

    void reread(Document document) {
        tree.reread(document);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var page = attached.getUI().getPage();
        page.addJavaScript("context://browse.js");
        getElement().executeJs("window.opsloreBrowse.attach(this)");
        tree.setNarrow(page.getExtendedClientDetails().getWindowInnerWidth() < NARROW);
        var resizing =
                page.addBrowserWindowResizeListener(
                        resized -> tree.setNarrow(resized.getWidth() < NARROW));
        addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }

    private void layOut(IngestSettings settings) {
        addClassName("space-page");
        Div head = new Div(new H1(space.name()));
        head.addClassName("view-head");
        Div facts = new Div(count, failures);
        facts.addClassName("facts");
        failures.addClassName("bad");
        Paragraph purpose = new Paragraph(space.description());
        purpose.setVisible(!space.description().isBlank());
        Div content =
                new Div(
                        new SpacePath(space),
                        head,
                        purpose,
                        facts,
                        batches,
                        bar,
                        tree,
                        nothing,
                        empty);
        content.addClassName("space-content");
        tree.onBrowse(this::open, this::browse);
        if (uploads.mayWrite()) {
            UploadZone zone = new UploadZone(space.id(), settings, content);
            head.add(zone.buttons());
            facts.add(new Anchor(UploadNavigation.list(space.id()), getTranslation("batch.list")));
            facts.add(
                    new Anchor(
                            DocumentNavigation.binAddress(space.id()),
                            getTranslation("sources.bin")));
            tree.setRetry(uploads::retry);
            add(zone);
        } else {
            add(content);
        }
        if (uploads.mayManage()) {
            facts.add(
                    new Anchor(
                            DocumentNavigation.accessAddress(space.id()),
                            getTranslation("access.link")));
        }
        refresh();
    }

    private void browse(Browsing wanted) {
        keep(wanted);
        tree.browse(wanted);
        refresh();
    }

    private void open(String folder) {
        keep(browsing.inFolder(folder));
        tree.browse(browsing);
    }

    private void keep(Browsing wanted) {
        browsing = wanted;
        bar.keep(wanted);
        onBrowse.accept(wanted);
    }

    private void refresh() {
        boolean any = tree.size() > 0;
        boolean some = tree.shown() > 0;
        bar.setVisible(any);
        bar.offerTags(tree.tags());
        tree.setVisible(some);
        empty.setVisible(!any);
        nothing.setVisible(any && !some);
        count.setText(
                tree.shown() == tree.size()
                        ? getTranslation("sources.documents", tree.size())
                        : getTranslation("browse.shown", tree.shown(), tree.size()));
        failures.setText(getTranslation("sources.failed", tree.failures()));
        failures.setVisible(tree.failures() > 0);
    }
}
