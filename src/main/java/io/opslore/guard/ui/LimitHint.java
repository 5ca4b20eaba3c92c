package io.opslore.guard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.guard.Allowances;
import io.opslore.guard.Refusal;
import io.opslore.identity.Asker;

/**
 * Stands where questions are asked, and is silent until little is left of a limit or a question was
 * refused.
 */
public final class LimitHint extends Div {

    private final Allowances allowances;
    private final Asker asker;
    private final Span words = new Span();

    public LimitHint(Allowances allowances, Asker asker) {
        this.allowances = allowances;
        this.asker = asker;
        Icon icon = new Icon(VaadinIcon.HOURGLASS);
        icon.getElement().setAttribute("aria-hidden", "true");
        addClassName("limit-hint");
        getElement().setAttribute("role", "status");
        add(icon, words, new UsageLink());
        refresh();
    }

    /** Looks again how much is left. */
    public void refresh() {
        removeClassName("refused");
        allowances
                .scarcest(asker)
                .ifPresentOrElse(
                        standing -> show(LimitText.scarce(standing)), () -> setVisible(false));
    }

    /** Says why a question was not asked, until the next one is. */
    public void refused(Refusal refusal) {
        addClassName("refused");
        show(LimitText.refusal(refusal));
    }

    private void show(String text) {
        words.setText(text);
        setVisible(true);
    }
}
