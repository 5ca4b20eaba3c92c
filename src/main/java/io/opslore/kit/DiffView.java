package io.opslore.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares two texts line by line and word by word, side by side or inline. Unchanged parts are
 * folded and sent to the browser only when the reader unfolds them; a very long comparison is sent
 * a part at a time. Texts too large or too different to compare are said to be so. Nothing in
 * either text is markup.
 */
public final class DiffView extends Div {

    /** Rows that are shown before the reader asks for more. */
    private static final int PAGE = 2_000;

    private final Optional<TextDiff> diff;
    private final List<DiffPiece> pieces;
    private final Div body = new Div();
    private DiffLayout layout;
    private int next;

    /**
     * @param before lines of the earlier text, without their ends
     * @param after lines of the later text, without their ends
     * @param instead what is offered where the two cannot be compared, for instance to download
     *     them
     */
    public DiffView(
            List<String> before, List<String> after, DiffLayout layout, Component... instead) {
        this.layout = layout;
        this.diff = TextDiff.of(before, after);
        this.pieces = diff.map(DiffPiece::of).orElse(List.of());
        addClassName("diff-view");
        diff.ifPresentOrElse(this::layOut, () -> add(tooMuch(instead)));
        addAttachListener(
                attached -> attached.getUI().getPage().addJavaScript("context://history.js"));
    }

    /** Hears of the layout that the reader has chosen, for instance to keep it in the address. */
    public void onLayout(Consumer<DiffLayout> listener) {
        getChildren()
                .filter(DiffBar.class::isInstance)
                .map(DiffBar.class::cast)
                .forEach(bar -> bar.onLayout(listener));
    }

    private void layOut(TextDiff compared) {
        if (compared.isSame()) {
            add(note(VaadinIcon.CHECK_CIRCLE_O, getTranslation("kit.diff.same")));
            return;
        }
        DiffBar bar = new DiffBar(compared, changes(), layout);
        bar.onLayout(this::show);
        body.addClassName("diff-body");
        add(bar, body);
        show(layout);
    }

    private int changes() {
        return (int)
                pieces.stream()
                        .filter(piece ->
                                piece instanceof DiffPiece.Changed changed && changed.change() > 0)
                        .count();
    }

    private void show(DiffLayout wanted) {
        layout = wanted;
        body.setClassName("side", layout == DiffLayout.SIDE);
        body.removeAll();
        next = 0;
        showMore();
    }

    private void showMore() {
        int rows = 0;
        while (next < pieces.size() && rows < PAGE) {
            DiffPiece piece = pieces.get(next++);
            rows += piece.rows();
            body.add(shown(piece));
        }
        if (next < pieces.size()) {
            Div more = new Div();
            more.addClassName("code-more");
            Button button = new Button(getTranslation("kit.diff.more"), click -> replace(more));
            button.addThemeVariants(ButtonVariant.TERTIARY);
            more.add(button);
            body.add(more);
        }
    }

    private void replace(Div more) {
        body.remove(more);
        showMore();
    }

    private Component shown(DiffPiece piece) {
        DiffRows rows = rows();
        return switch (piece) {
            case DiffPiece.Same same -> new Html(rows.same(same.lines()));
            case DiffPiece.Changed changed ->
                    new Html(rows.changed(changed.lines(), changed.change()));
            case DiffPiece.Folded folded ->
                    new DiffFold(folded, lines -> new Html(rows.same(lines)));
        };
    }

    private DiffRows rows() {
        return new DiffRows(diff.orElseThrow(), layout, DiffLabels.translated());
    }

    private Div tooMuch(Component... instead) {
        Div note = note(VaadinIcon.WARNING, getTranslation("kit.diff.tooMuch"));
        note.addClassName("warning");
        note.add(instead);
        return note;
    }

    private static Div note(VaadinIcon icon, String text) {
        Div words = new Div(text);
        words.addClassName("note-words");
        Div note = new Div(new Icon(icon), words);
        note.addClassName("note");
        note.getElement().setAttribute("role", "status");
        return note;
    }
}
