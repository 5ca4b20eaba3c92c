package io.opslore.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.Mask;
import io.opslore.library.MaskReport;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import java.util.List;

/** What was masked in a revision: each with its line, and with where else it stands. */
final class MasksDialog extends Dialog {

    private static final int MOST_PLACES = 20;

    /** More are scrolled through, a part at a time. */
    private static final int MOST_AT_ONCE = 8;

    private final Revision revision;
    private final MaskReading masks;
    private final Grid<Mask> grid = new Grid<>();

    MasksDialog(Revision revision, MaskReading masks) {
        this.revision = revision;
        this.masks = masks;
        addClassName("masks-dialog");
        setHeaderTitle(getTranslation("masks.title"));
        setWidth("46rem");
        layOut();
        getFooter().add(new Button(getTranslation("kit.close"), click -> close()));
    }

    private void layOut() {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(mask -> line(revision.document(), revision.id(), mask.line()))
                .setHeader(getTranslation("masks.line"))
                .setWidth("5.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(MasksDialog::what)
                .setHeader(getTranslation("masks.secret"))
                .setFlexGrow(1);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(this::elsewhere));
        grid.setItems(masks.of(revision.id()));
        grid.setAllRowsVisible(masks.count(revision.id()) <= MOST_AT_ONCE);
        Paragraph hint = new Paragraph(getTranslation("masks.hint"));
        hint.addClassName("secondary");
        add(hint, grid);
    }

    private Anchor line(DocumentId document, RevisionId of, int line) {
        String address = DocumentNavigation.address(document, of, new LineRange(line, line));
        Anchor anchor = new Anchor(address, String.valueOf(line));
        anchor.setAriaLabel(getTranslation("masks.goToLine", line));
        anchor.getElement().addEventListener("click", click -> close());
        return anchor;
    }

    private static Div what(Mask mask) {
        Span kind = new Span(mask.kind());
        kind.addClassName("chip");
        Span name = new Span(mask.name());
        name.addClassName("mask-name");
        name.setTitle(mask.name());
        Span placeholder = new Span(mask.placeholder());
        placeholder.addClassName("masked-secret");
        Div what = new Div(kind, name, placeholder);
        what.addClassName("mask-what");
        return what;
    }

    private Div elsewhere(Mask mask) {
        List<MaskReport.Place> places = masks.elsewhere(revision.id(), mask, MOST_PLACES);
        Div all = new Div();
        all.addClassName("mask-places");
        if (places.isEmpty()) {
            all.add(new Paragraph(getTranslation("masks.nowhereElse")));
            return all;
        }
        UnorderedList list = new UnorderedList();
        places.forEach(place -> list.add(new ListItem(link(place))));
        all.add(new Span(getTranslation("masks.elsewhere")), list);
        return all;
    }

    private Anchor link(MaskReport.Place place) {
        Anchor link = line(place.document(), place.revision(), place.line());
        link.setText(getTranslation("masks.place", place.path(), place.line()));
        return link;
    }
}
