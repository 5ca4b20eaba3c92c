package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.RoleInfo;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** What every role permits, in one table whose changes are saved together. */
@Route("admin/roles")
@Menu(title = "Roles", order = 12, icon = "vaadin:key")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.ROLE_MANAGE)
class RolesView extends Div implements HasDynamicTitle, BeforeLeaveObserver {

    private final RoleDesk desk;
    private final Span pending = new Span();
    private final Button save;
    private final Button discard;
    private final Div table = new Div();
    private RoleMatrix matrix;

    RolesView(RoleDesk desk) {
        this.desk = desk;
        this.save = new Button(getTranslation("roles.save"), click -> save());
        this.discard = new Button(getTranslation("roles.discard"), click -> show(List.of()));
        this.matrix = matrix(List.of(), List.of());
        layOut();
        show(List.of());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("roles.title") + " · OpsLore";
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!matrix.edits().isEmpty()) {
            var leaving = event.postpone();
            Confirmation.askSternly(
                    getTranslation("roles.leave"),
                    getTranslation("roles.leave.text", changes()),
                    getTranslation("roles.leave.confirm"),
                    leaving::proceed,
                    leaving::cancel);
        }
    }

    private void layOut() {
        addClassNames("admin-page", "roles-page");
        Button create =
                new Button(
                        getTranslation("roles.new"),
                        new Icon(VaadinIcon.PLUS),
                        click -> askForNew());
        Div head = new Div(new H1(getTranslation("roles.title")), create);
        head.addClassName("view-head");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        pending.getElement().setAttribute("role", "status");
        Div bar = new Div(pending, discard, save);
        bar.addClassName("save-bar");
        table.addClassName("role-table");
        add(head, new Paragraph(getTranslation("roles.hint")), table, bar);
    }

    /** Shows the roles as they are now, with what was ticked and not saved yet. */
    private void show(List<RoleEdit> begun) {
        matrix = matrix(desk.all(), begun);
        table.removeAll();
        table.add(matrix);
        showPending();
    }

    private void showAgain() {
        show(matrix.edits());
    }

    private RoleMatrix matrix(List<RoleInfo> roles, List<RoleEdit> begun) {
        return new RoleMatrix(
                roles, begun, role -> new RoleHead(role, this::act), this::showPending);
    }

    private void showPending() {
        long changes = changes();
        pending.setText(getTranslation("roles.pending", changes));
        save.setEnabled(changes > 0);
        discard.setEnabled(changes > 0);
    }

    private long changes() {
        return matrix.edits().stream().mapToLong(RoleEdit::size).sum();
    }

    private void save() {
        desk.save(matrix.edits());
        show(List.of());
    }

    private void act(RoleInfo role, RoleHead.Intent intent) {
        switch (intent) {
            case EDIT -> askToDescribe(role);
            case RESET -> desk.askToReset(role, this::showAgain);
            case DELETE -> desk.askToDelete(role, this::showAgain);
        }
    }

    private void askForNew() {
        new TextDialog(
                        getTranslation("roles.new"),
                        TextFields.Text.NONE,
                        getTranslation("roles.create"),
                        text -> then(() -> desk.create(text)))
                .open();
    }

    private void askToDescribe(RoleInfo role) {
        new TextDialog(
                        getTranslation("roles.edit"),
                        new TextFields.Text(role.called().name(), role.description()),
                        getTranslation("kit.save"),
                        text -> then(() -> desk.describe(role, text)))
                .open();
    }

    private Optional<String> then(Runnable change) {
        Optional<String> refused = Attempt.refusal(change);
        if (refused.isEmpty()) {
            showAgain();
        }
        return refused;
    }
}
