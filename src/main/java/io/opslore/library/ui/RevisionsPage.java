package io.opslore.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.Narrow;
import io.opslore.library.Release;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The revisions of a document as a table in which two can be chosen and compared. */
final class RevisionsPage extends Div {

    private final OpenedRevisions opened;
    private final RevisionGrid grid;
    private final Button compare = new Button(getTranslation("revisions.compare"));
    private final Span hint = new Span();

    /**
     * @param shown which one the reader comes from
     * @param restore empty for those who may only read
     */
    RevisionsPage(
            OpenedRevisions opened,
            RevisionId shown,
            Function<Revision, Release.Copy> copies,
            Optional<Consumer<Revision>> restore) {
        this.opened = opened;
        this.grid = new RevisionGrid(opened, shown, copies, restore);
        layOut();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Narrow.watch(this, attached.getUI(), grid::setNarrow);
    }

    private void layOut() {
        addClassName("table-page");
        compare.addThemeVariants(ButtonVariant.PRIMARY);
        compare.addClickListener(click -> compare(grid.getSelectedItems()));
        hint.addClassName("secondary");
        grid.addSelectionListener(change -> chosen(change.getAllSelectedItems()));
        chosen(Set.of());
        Div act = new Div(hint, compare);
        act.addClassName("document-actions");
        Div head = new Div(new H1(getTranslation("revisions.title")), act);
        head.addClassName("view-head");
        add(
                PlaceTrail.to(opened.space(), opened.document(), getTranslation("revisions.title")),
                head);
        if (opened.isPending()) {
            add(
                    Note.quiet(
                            VaadinIcon.HOURGLASS,
                            getTranslation("revisions.pending", opened.all().getFirst().number())));
        }
        add(grid);
    }

    private void chosen(Set<Revision> selected) {
        compare.setEnabled(selected.size() == 2);
        hint.setText(getTranslation("revisions.hint", selected.size()));
        hint.setVisible(opened.all().size() > 1);
        compare.setVisible(opened.all().size() > 1);
    }

    private void compare(Set<Revision> selected) {
        List<Revision> two =
                selected.stream().sorted(Comparator.comparing(Revision::number)).toList();
        DocumentNavigation.open(
                DocumentNavigation.compareAddress(
                        opened.document().id(), two.getFirst().id(), two.getLast().id()));
    }
}
