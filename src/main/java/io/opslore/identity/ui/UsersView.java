package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.NewPerson;
import io.opslore.identity.Permission;
import io.opslore.identity.PersonRow;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The accounts of the portal: who they are, what they hold, whether they can sign in. */
@Route("admin/users")
@Menu(title = "Users", order = 10, icon = "vaadin:user")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.USER_MANAGE)
class UsersView extends Div implements HasDynamicTitle {

    private final PeopleDesk desk;
    private final Choices choices;
    private final PeopleGrid grid;
    private final BulkBar bulk;

    UsersView(PeopleDesk desk, Choices choices) {
        this.desk = desk;
        this.choices = choices;
        this.grid = new PeopleGrid(desk);
        this.bulk = new BulkBar(choices, this::actOnChosen);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.title") + " · OpsLore";
    }

    private void layOut() {
        addClassName("admin-page");
        Button create =
                new Button(
                        getTranslation("people.new"),
                        new Icon(VaadinIcon.PLUS),
                        click -> askForNew());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1(getTranslation("people.title")), create);
        head.addClassName("view-head");
        grid.setEmptyStateComponent(
                new EmptyState(
                        VaadinIcon.USER,
                        getTranslation("people.nobody"),
                        getTranslation("people.nobody.hint")));
        grid.addSelectionListener(change -> bulk.show(change.getAllSelectedItems()));
        grid.addItemClickListener(click -> open(click.getItem()));
        add(head, new PeopleToolbar(choices, grid::show), bulk, grid);
    }

    private void open(PersonRow row) {
        Attempt.of(() -> new PersonDialog(desk, choices, row.id(), grid::reload))
                .ifPresent(PersonDialog::open);
    }

    private void actOnChosen(Deed deed) {
        desk.change(
                deed, grid.getSelectedItems().stream().map(PersonRow::id).toList(), grid::reload);
    }

    private void askForNew() {
        new NewPersonDialog(choices, this::create).open();
    }

    private Optional<String> create(NewPerson person) {
        return Attempt.refusal(() -> {
            var created = desk.create(person);
            new PasswordDialog(person.username().strip(), created.oneTimePassword()).open();
            grid.reload();
        });
    }
}
