package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opslore.identity.PersonRow;
import io.opslore.kit.Confirmation;
import java.util.Set;
import java.util.function.Consumer;

/** What can be done with the people who are chosen; not there while nobody is. */
final class BulkBar extends Div {

    private final Choices choices;
    private final Consumer<Deed> act;
    private final Span chosen = new Span();
    private int count;

    BulkBar(Choices choices, Consumer<Deed> act) {
        this.choices = choices;
        this.act = act;
        addClassName("bulk-bar");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", getTranslation("people.bulk"));
        add(
                chosen,
                button("people.give", this::give),
                button("people.take", this::take),
                button("people.join", this::join),
                button("people.enable", () -> act.accept(new Deed.Enable())),
                disable());
        show(Set.of());
    }

    void show(Set<PersonRow> people) {
        count = people.size();
        chosen.setText(getTranslation("people.chosen", count));
        setVisible(count > 0);
    }

    private Button disable() {
        Button disable = button("people.disable", this::askToDisable);
        disable.addThemeVariants(ButtonVariant.ERROR);
        return disable;
    }

    private void askToDisable() {
        Confirmation.askSternly(
                getTranslation("people.disable.several", count),
                getTranslation("people.disable.text"),
                getTranslation("people.disable"),
                () -> act.accept(new Deed.Disable()));
    }

    private void give() {
        new PickDialog<>(
                        getTranslation("people.give.several", count),
                        choices.role(getTranslation("people.role")),
                        getTranslation("people.give"),
                        role -> act.accept(new Deed.Give(role)))
                .open();
    }

    private void take() {
        new PickDialog<>(
                        getTranslation("people.take.several", count),
                        choices.role(getTranslation("people.role")),
                        getTranslation("people.take"),
                        role -> act.accept(new Deed.Take(role)))
                .open();
    }

    private void join() {
        new PickDialog<>(
                        getTranslation("people.join.several", count),
                        choices.group(getTranslation("people.group")),
                        getTranslation("people.join"),
                        group -> act.accept(new Deed.Join(group)))
                .open();
    }

    private Button button(String key, Runnable click) {
        Button button = new Button(getTranslation(key), clicked -> click.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
