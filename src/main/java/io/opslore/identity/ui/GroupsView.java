package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.GroupId;
import io.opslore.identity.GroupText;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The groups of the portal: who is in them and what they give. */
@Route("admin/groups")
@Menu(title = "Groups", order = 11, icon = "vaadin:users")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.USER_MANAGE)
class GroupsView extends Div implements HasDynamicTitle {

    private final GroupDesk groups;
    private final PeopleDesk people;
    private final Choices choices;
    private final GroupGrid grid;

    GroupsView(GroupDesk groups, PeopleDesk people, Choices choices) {
        this.groups = groups;
        this.people = people;
        this.choices = choices;
        this.grid = new GroupGrid(groups, this::open);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("groups.title") + " · OpsLore";
    }

    private void layOut() {
        addClassName("admin-page");
        Button create =
                new Button(
                        getTranslation("groups.new"),
                        new Icon(VaadinIcon.PLUS),
                        click -> askForNew());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1(getTranslation("groups.title")), create);
        head.addClassName("view-head");
        TextField text = new TextField(getTranslation("people.filter"));
        Icon search = new Icon(VaadinIcon.SEARCH);
        search.getElement().setAttribute("aria-hidden", "true");
        text.addClassName("people-filter");
        text.setPrefixComponent(search);
        text.setPlaceholder(getTranslation("groups.filter.hint"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> grid.show(change.getValue()));
        Div toolbar = new Div(text);
        toolbar.addClassName("admin-toolbar");
        add(head, new Paragraph(getTranslation("groups.hint")), toolbar, grid);
    }

    private void open(GroupId group) {
        Attempt.of(() -> groups.group(group))
                .ifPresent(shown ->
                        new GroupDialog(
                                        groups,
                                        shown,
                                        it -> new GroupMembers(it, people, grid::reload),
                                        it -> new GroupRights(it, groups, choices, grid::reload),
                                        grid::reload)
                                .open());
    }

    private void askForNew() {
        new TextDialog(
                        getTranslation("groups.new"),
                        TextFields.Text.NONE,
                        getTranslation("groups.create"),
                        this::create)
                .open();
    }

    private Optional<String> create(TextFields.Text text) {
        return Attempt.refusal(() -> {
            GroupId group = groups.create(new GroupText(text.name(), text.description()));
            Toast.done(getTranslation("groups.created", text.name().strip()));
            grid.reload();
            open(group);
        });
    }
}
