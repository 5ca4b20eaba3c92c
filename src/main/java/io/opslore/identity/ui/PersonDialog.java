package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import io.opslore.identity.AccountId;
import io.opslore.identity.Person;
import io.opslore.kit.Toast;
import java.util.Set;

/** All about somebody, and what can be changed. */
final class PersonDialog extends Dialog {

    private final PeopleDesk desk;
    private final Choices choices;
    private final AccountId account;
    private final Runnable changed;
    private final Div profile = new Div();
    private final Div rights = new Div();
    private final Div access = new Div();

    /**
     * @param changed runs after each change
     */
    PersonDialog(PeopleDesk desk, Choices choices, AccountId account, Runnable changed) {
        this.desk = desk;
        this.choices = choices;
        this.account = account;
        this.changed = changed;
        layOut();
        show(desk.person(account));
    }

    private void layOut() {
        addClassNames("people-dialog", "person-dialog");
        setWidth("36rem");
        setHeight("min(38rem, 90vh)");
        TabSheet tabs = new TabSheet();
        tabs.add(getTranslation("people.tab.rights"), rights);
        tabs.add(getTranslation("people.tab.profile"), profile);
        tabs.add(getTranslation("people.tab.access"), access);
        tabs.addThemeVariants(TabSheetVariant.AURA_NO_BORDER, TabSheetVariant.NO_PADDING);
        tabs.setSizeFull();
        add(tabs);
        getFooter().add(new Button(getTranslation("kit.close"), click -> close()));
    }

    private void show(Person person) {
        setHeaderTitle(person.row().name());
        profile.removeAll();
        profile.add(new PersonProfile(person, this::save));
        rights.removeAll();
        rights.add(new PersonRights(person, choices, this::act));
        access.removeAll();
        access.add(new PersonAccess(person, desk, this::act, this::again));
    }

    private void again() {
        changed.run();
        Attempt.of(() -> desk.person(account)).ifPresentOrElse(this::show, this::close);
    }

    private void act(Deed deed) {
        desk.change(deed, Set.of(account), this::again);
    }

    private void save(PersonProfile.Edit edit) {
        if (Attempt.at(() -> desk.edit(account, edit.before(), edit.after()))) {
            Toast.done(getTranslation("people.saved"));
        }
        again();
    }
}
