package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.assistant.QuestionTooLong;
import io.opslore.guard.QuestionBlocked;
import io.opslore.guard.ui.FilterText;

/** Stands above the question box and says why a question was not asked, until the next one is. */
final class QuestionHint extends Div {

    private final Span words = new Span();

    QuestionHint() {
        Icon icon = new Icon(VaadinIcon.BAN);
        icon.getElement().setAttribute("aria-hidden", "true");
        addClassNames("limit-hint", "refused");
        getElement().setAttribute("role", "alert");
        add(icon, words);
        clear();
    }

    void clear() {
        setVisible(false);
    }

    void blocked(QuestionBlocked refused) {
        show(FilterText.blocked(refused.finding()));
    }

    void tooLong(QuestionTooLong refused) {
        show(
                refused.allowed() > 0
                        ? getTranslation("ask.tooLong", refused.tokens(), refused.allowed())
                        : getTranslation("ask.tooLong.noRoom", refused.tokens()));
    }

    private void show(String text) {
        words.setText(text);
        setVisible(true);
    }
}
