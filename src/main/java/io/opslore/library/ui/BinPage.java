package io.opslore.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.EmptyState;
import io.opslore.kit.Narrow;
import io.opslore.library.Document;
import io.opslore.library.Space;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The bin of one space as a table whose rows can be chosen. */
final class BinPage extends Div {

    private final Space space;
    private final BinGrid grid;
    private final BinChoices choices;
    private final Button restore = new Button();
    private final Button purge = new Button();

    BinPage(
            Space space,
            List<Document> documents,
            Duration retention,
            boolean mayPurge,
            BinChoices choices) {
        this.space = space;
        this.choices = choices;
        this.grid = new BinGrid(documents, mayPurge, choices);
        layOut(retention, mayPurge);
        if (documents.isEmpty()) {
            add(
                    new EmptyState(
                            VaadinIcon.TRASH,
                            getTranslation("bin.empty"),
                            getTranslation("bin.empty.hint", retention.toDays())));
        } else {
            add(grid);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Narrow.watch(this, attached.getUI(), grid::setNarrow);
    }

    private void layOut(Duration retention, boolean mayPurge) {
        addClassName("table-page");
        restore.addClickListener(click -> choices.bringBack(grid.getSelectedItems()));
        purge.addClickListener(click -> choices.purge(grid.getSelectedItems()));
        purge.addThemeVariants(ButtonVariant.ERROR);
        grid.addSelectionListener(change -> chosen(change.getAllSelectedItems(), mayPurge));
        chosen(Set.of(), mayPurge);
        Div act = new Div(restore, purge);
        act.addClassName("document-actions");
        Div head = new Div(new H1(getTranslation("bin.title")), act);
        head.addClassName("view-head");
        Paragraph hint = new Paragraph(getTranslation("bin.hint", retention.toDays()));
        hint.addClassName("secondary");
        add(PlaceTrail.to(space, getTranslation("bin.title")), head, hint);
    }

    private void chosen(Set<Document> selected, boolean mayPurge) {
        restore.setText(getTranslation("bin.restore.chosen", selected.size()));
        restore.setVisible(!selected.isEmpty());
        purge.setText(getTranslation("bin.purge.chosen", selected.size()));
        purge.setVisible(mayPurge && !selected.isEmpty());
    }
}
