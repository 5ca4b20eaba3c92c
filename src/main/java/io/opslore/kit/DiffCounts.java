package io.opslore.kit;

import com.vaadin.flow.component.html.Span;

/** How many lines came and went, in short; said in words to screen readers. */
public final class DiffCounts extends Span {

    public DiffCounts(int added, int removed) {
        Span plus = new Span("+" + added);
        plus.addClassName("added");
        Span minus = new Span("\u2212" + removed);
        minus.addClassName("removed");
        addClassName("diff-counts");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", getTranslation("kit.diff.counts", added, removed));
        add(plus, minus);
    }
}
