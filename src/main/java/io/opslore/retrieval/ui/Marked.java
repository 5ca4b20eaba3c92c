package io.opslore.retrieval.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import io.opslore.retrieval.TextPiece;
import java.util.List;

/** Text with what was sought marked: text nodes only, whatever a document holds. */
@Tag("span")
final class Marked extends HtmlContainer {

    @Tag("mark")
    private static final class Mark extends HtmlContainer {

        Mark(String text) {
            setText(text);
        }
    }

    Marked(List<TextPiece> pieces) {
        pieces.forEach(
                piece -> add(piece.marked() ? new Mark(piece.text()) : new Text(piece.text())));
    }
}
