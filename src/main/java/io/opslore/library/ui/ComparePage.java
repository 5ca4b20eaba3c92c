package io.opslore.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.DiffView;
import io.opslore.kit.IconButton;
import io.opslore.kit.TimeText;
import io.opslore.library.Format;
import io.opslore.library.Revision;
import io.opslore.library.RevisionText;
import java.util.Optional;
import java.util.function.Consumer;

/** The choice of two revisions, and below it what differs between them. */
final class ComparePage extends Div {

    private final OpenedRevisions opened;
    private final History history;
    private Comparison comparison;

    ComparePage(OpenedRevisions opened, Comparison comparison, History history) {
        this.opened = opened;
        this.comparison = comparison;
        this.history = history;
        layOut();
    }

    private void layOut() {
        addClassName("compare-page");
        Div head = new Div(new H1(getTranslation("compare.title")), downloads());
        head.addClassName("view-head");
        add(
                PlaceTrail.to(opened.space(), opened.document(), getTranslation("compare.title")),
                head,
                choice());
        Optional<RevisionText> before = history.text(comparison.from());
        Optional<RevisionText> after = history.text(comparison.to());
        if (before.isPresent() && after.isPresent()) {
            addDifference(before.get(), after.get());
        } else {
            Revision unread = before.isEmpty() ? comparison.from() : comparison.to();
            add(
                    Note.warning(
                            VaadinIcon.FILE_REMOVE,
                            getTranslation("compare.noText", unread.number())));
        }
    }

    private void addDifference(RevisionText before, RevisionText after) {
        if (isConverted(before.format()) || isConverted(after.format())) {
            add(Note.quiet(VaadinIcon.INFO_CIRCLE_O, getTranslation("compare.converted")));
        }
        if (before.text().equals(after.text()) && !comparison.isSame()) {
            add(Note.quiet(VaadinIcon.INFO_CIRCLE_O, getTranslation("compare.bytesOnly")));
        }
        DiffView diff =
                new DiffView(before.lines(), after.lines(), comparison.layout(), downloads());
        diff.onLayout(layout -> {
            comparison = comparison.in(layout);
            UI.getCurrent().getPage().getHistory().replaceState(null, comparison.address());
        });
        add(diff);
    }

    private static boolean isConverted(Format format) {
        return format == Format.CONVERTED || format == Format.PAGES;
    }

    private Div choice() {
        Div choice =
                new Div(
                        select(
                                "compare.from",
                                comparison.from(),
                                chosen -> open(comparison.from(chosen))),
                        new IconButton(
                                VaadinIcon.EXCHANGE,
                                getTranslation("compare.swap"),
                                () -> open(comparison.swapped())),
                        select(
                                "compare.to",
                                comparison.to(),
                                chosen -> open(comparison.to(chosen))));
        choice.addClassName("compare-choice");
        return choice;
    }

    /** Sends only the rows that are looked at, however many revisions there are. */
    private ComboBox<Revision> select(String name, Revision selected, Consumer<Revision> listener) {
        ComboBox<Revision> box = new ComboBox<>(getTranslation(name));
        box.setItems(opened.all());
        box.setItemLabelGenerator(this::label);
        box.setValue(selected);
        box.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                box.setValue(change.getOldValue());
            } else if (change.isFromClient()) {
                listener.accept(change.getValue());
            }
        });
        return box;
    }

    private String label(Revision revision) {
        return getTranslation(
                "compare.revision",
                revision.number(),
                TimeText.exact(revision.createdAt()),
                revision.author());
    }

    private static void open(Comparison wanted) {
        DocumentNavigation.open(wanted.address());
    }

    private Div downloads() {
        Div both = new Div(download(comparison.from()), download(comparison.to()));
        both.addClassName("document-actions");
        return both;
    }

    private Component download(Revision revision) {
        return OriginalLink.named(
                getTranslation("document.revision", revision.number()),
                revision,
                history.copy(revision));
    }
}
