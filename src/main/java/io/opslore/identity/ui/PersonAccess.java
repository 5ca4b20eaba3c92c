package io.opslore.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.opslore.identity.Person;
import io.opslore.identity.PersonRow;
import io.opslore.identity.PersonState;
import io.opslore.kit.Confirmation;
import io.opslore.kit.TimeText;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether somebody can sign in, and what changes that. */
final class PersonAccess extends Div {

    private final PersonRow row;
    private final PeopleDesk desk;
    private final Consumer<Deed> act;
    private final Runnable changed;

    PersonAccess(Person person, PeopleDesk desk, Consumer<Deed> act, Runnable changed) {
        this.row = person.row();
        this.desk = desk;
        this.act = act;
        this.changed = changed;
        addClassName("person-access");
        add(fact("people.state", Wording.badge(row.state())));
        add(fact("people.lastSignIn", lastSignIn()));
        add(fact("people.since", new TimeText(person.createdAt())));
        add(buttons(person.local()));
    }

    private Component lastSignIn() {
        return Optional.ofNullable(row.lastSignInAt())
                .<Component>map(TimeText::new)
                .orElseGet(() -> new Span(getTranslation("people.never")));
    }

    private Div fact(String key, Component value) {
        Span name = new Span(getTranslation(key));
        name.addClassName("secondary");
        Div fact = new Div(name, value);
        fact.addClassName("person-fact");
        return fact;
    }

    private Div buttons(boolean local) {
        Div buttons = new Div();
        buttons.addClassName("person-actions");
        if (row.state() == PersonState.LOCKED) {
            buttons.add(new Button(getTranslation("people.unlock"), click -> unlock()));
        }
        if (local) {
            buttons.add(new Button(getTranslation("people.password.new"), click -> askForNew()));
        } else {
            buttons.add(new Paragraph(getTranslation("people.elsewhere")));
        }
        if (desk.hasSecondStep(row.id())) {
            buttons.add(
                    new Button(getTranslation("people.secondStep.reset"), click -> askForReset()));
        }
        buttons.add(row.state() == PersonState.DISABLED ? enable() : disable());
        return buttons;
    }

    private Button enable() {
        return new Button(getTranslation("people.enable"), click -> act.accept(new Deed.Enable()));
    }

    private Button disable() {
        Button disable = new Button(getTranslation("people.disable"), click -> askToDisable());
        disable.addThemeVariants(ButtonVariant.ERROR);
        return disable;
    }

    private void askToDisable() {
        Confirmation.askSternly(
                getTranslation("people.disable.one", row.username()),
                getTranslation("people.disable.text"),
                getTranslation("people.disable"),
                () -> act.accept(new Deed.Disable()));
    }

    private void unlock() {
        desk.unlock(row.id());
        changed.run();
    }

    private void askForNew() {
        Confirmation.askSternly(
                getTranslation("people.password.ask", row.username()),
                getTranslation("people.password.text"),
                getTranslation("people.password.new"),
                this::newPassword);
    }

    private void askForReset() {
        Confirmation.askSternly(
                getTranslation("people.secondStep.ask", row.username()),
                getTranslation("people.secondStep.text"),
                getTranslation("people.secondStep.reset"),
                this::resetSecondStep);
    }

    private void resetSecondStep() {
        desk.resetSecondStep(row.id());
        changed.run();
    }

    private void newPassword() {
        desk.newPassword(row.id())
                .ifPresent(password -> new PasswordDialog(row.username(), password).open());
        changed.run();
    }
}
