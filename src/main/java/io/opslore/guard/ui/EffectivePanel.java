package io.opslore.guard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.opslore.guard.EffectiveLimits;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitRow;
import io.opslore.guard.LimitValue;
import java.util.function.Consumer;

/** What holds for one person, and where each value comes from. */
final class EffectivePanel extends Div {

    private final Consumer<LimitRow> edit;

    /**
     * @param edit sets the person's own values
     */
    EffectivePanel(Consumer<LimitRow> edit) {
        this.edit = edit;
        addClassName("effective-limits");
        setVisible(false);
    }

    void show(LimitRow person, EffectiveLimits effective) {
        removeAll();
        Button own = new Button(getTranslation("limits.setOwn"), click -> edit.accept(person));
        Div head = new Div(new H2(getTranslation("limits.why", person.name())), own);
        head.addClassName("view-head");
        Div values = new Div();
        values.addClassName("effective-values");
        for (Limit limit : Limit.values()) {
            values.add(value(effective.value(limit)));
        }
        add(head, values);
        setVisible(true);
    }

    private static Div value(LimitValue value) {
        Span name = new Span(LimitText.name(value.limit()));
        Span amount = new Span(LimitText.amount(value.limit(), value.amount()));
        Span origin = new Span(LimitText.origin(value));
        name.addClassName("secondary");
        amount.addClassName("amount");
        origin.addClassName("secondary");
        return new Div(name, amount, origin);
    }
}
