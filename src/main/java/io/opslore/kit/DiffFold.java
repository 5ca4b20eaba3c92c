package io.opslore.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.TextDiff.LinePair;
import java.util.List;
import java.util.function.Function;

/** Unchanged lines out of sight; unfolded some at a time where there are many. */
final class DiffFold extends Div {

    private final Function<List<LinePair>, Component> rows;
    private final Button unfold = new Button(new Icon(VaadinIcon.ELLIPSIS_DOTS_H));
    private DiffPiece.Folded folded;

    DiffFold(DiffPiece.Folded folded, Function<List<LinePair>, Component> rows) {
        this.folded = folded;
        this.rows = rows;
        addClassName("diff-fold");
        unfold.addThemeVariants(ButtonVariant.TERTIARY);
        unfold.addClickListener(click -> unfold());
        add(unfold);
        rename();
    }

    private void unfold() {
        int count = Math.min(folded.count(), DiffPiece.MOST_ROWS);
        Component lines = rows.apply(TextDiff.same(folded.before(), folded.after(), count));
        addComponentAtIndex(getComponentCount() - 1, lines);
        folded =
                new DiffPiece.Folded(
                        folded.before() + count, folded.after() + count, folded.count() - count);
        unfold.setVisible(folded.count() > 0);
        rename();
        lines.getElement().executeJs("this.focus({ preventScroll: true })");
    }

    private void rename() {
        unfold.setText(getTranslation("kit.diff.unchanged", folded.count()));
    }
}
