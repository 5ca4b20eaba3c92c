package io.opslore.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.FileSize;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import io.opslore.kit.TimeText;
import io.opslore.library.Release;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The revisions of a document, the newest first, at most two of them chosen. */
final class RevisionGrid extends Grid<Revision> {

    private static final int SHORT_HASH = 10;

    private final OpenedRevisions opened;
    private final RevisionId shown;
    private final Function<Revision, Release.Copy> copies;
    private final Optional<Consumer<Revision>> restore;
    private final List<Column<Revision>> wideOnly;

    RevisionGrid(
            OpenedRevisions opened,
            RevisionId shown,
            Function<Revision, Release.Copy> copies,
            Optional<Consumer<Revision>> restore) {
        this.opened = opened;
        this.shown = shown;
        this.copies = copies;
        this.restore = restore;
        addClassName("revision-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        addComponentColumn(this::name)
                .setHeader(getTranslation("revisions.revision"))
                .setFlexGrow(1);
        wideOnly =
                List.of(
                        column("revisions.author", it -> new Span(it.author())).setFlexGrow(1),
                        column("revisions.time", it -> new Span(TimeText.exact(it.createdAt())))
                                .setWidth("13rem"),
                        column("revisions.origin", it -> new Span(origin(it))).setWidth("8rem"),
                        column("revisions.size", it -> new Span(FileSize.text(it.size())))
                                .setWidth("6rem"),
                        column("revisions.hash", this::hash).setWidth("9.5rem"));
        addComponentColumn(this::actions).setAutoWidth(true).setFlexGrow(0);
        ((GridMultiSelectionModel<Revision>) setSelectionMode(SelectionMode.MULTI))
                .setSelectAllCheckboxVisibility(
                        GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
        addSelectionListener(change -> keepTwo(change.getAllSelectedItems().size()));
        setItems(opened.all());
    }

    /** Leaves out what a narrow page has no room for; the first column says the most of it. */
    void setNarrow(boolean narrow) {
        wideOnly.forEach(column -> column.setVisible(!narrow));
        setClassName("narrow", narrow);
    }

    private Column<Revision> column(String name, Function<Revision, Component> content) {
        return addComponentColumn(content::apply).setHeader(getTranslation(name)).setFlexGrow(0);
    }

    /** A third choice takes the place of one of the two. */
    private void keepTwo(int chosen) {
        if (chosen > 2) {
            getSelectedItems().stream().limit(chosen - 2).toList().forEach(this::deselect);
        }
    }

    private Div name(Revision revision) {
        Anchor open =
                new Anchor(
                        DocumentNavigation.address(revision.document(), revision.id()),
                        getTranslation("document.revision", revision.number()));
        Div first = new Div(open);
        first.addClassName("revision-name");
        if (revision.id().equals(opened.document().current())) {
            first.add(new StateBadge(StateBadge.Tone.GOOD, getTranslation("revisions.current")));
        } else if (revision.id().equals(opened.document().newest())) {
            first.add(new StateBadge(StateBadge.Tone.BUSY, getTranslation("revisions.indexing")));
        }
        if (revision.id().equals(shown)) {
            Span here = new Span(getTranslation("revisions.shown"));
            here.addClassName("chip");
            first.add(here);
        }
        Div facts =
                new Div(
                        new Span(revision.author()),
                        new TimeText(revision.createdAt()),
                        new Span(origin(revision)),
                        new Span(FileSize.text(revision.size())));
        facts.addClassNames("facts", "if-narrow");
        return new Div(first, facts);
    }

    /** Origins of connectors that this page has no word for are shown as they are. */
    private String origin(Revision revision) {
        return Origins.name(revision.origin());
    }

    private Span hash(Revision revision) {
        Span digits = new Span(revision.sha256().substring(0, SHORT_HASH));
        digits.setTitle(revision.sha256());
        digits.addClassName("hash");
        IconButton copy = IconButton.copying(getTranslation("revisions.hash.copy"));
        copy.setCopied(revision.sha256());
        Span both = new Span(digits, copy);
        both.addClassName("hash-cell");
        return both;
    }

    private Div actions(Revision revision) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        RevisionId current = opened.standing().id();
        if (!revision.id().equals(current)) {
            actions.add(compareWithCurrent(revision, current));
        }
        actions.add(
                OriginalLink.icon(
                        getTranslation("revisions.download", revision.number()),
                        revision,
                        copies.apply(revision)));
        if (!revision.id().equals(opened.document().newest())) {
            restore.ifPresent(run ->
                    actions.add(
                            new IconButton(
                                    VaadinIcon.TIME_BACKWARD,
                                    getTranslation("revisions.restore.title", revision.number()),
                                    () -> run.accept(revision))));
        }
        return actions;
    }

    private Anchor compareWithCurrent(Revision revision, RevisionId current) {
        Anchor compare =
                new Anchor(
                        DocumentNavigation.compareAddress(
                                revision.document(), revision.id(), current),
                        "");
        compare.add(new Icon(VaadinIcon.SPLIT_H));
        compare.addClassName("icon-link");
        String name = getTranslation("revisions.compareWithCurrent", revision.number());
        compare.setAriaLabel(name);
        compare.setTitle(name);
        return compare;
    }
}
