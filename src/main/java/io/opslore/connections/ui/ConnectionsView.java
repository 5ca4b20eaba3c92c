package io.opslore.connections.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionFailed;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The servers that the portal looks into: where they are, what opens them, whose they are. */
@Route("admin/connections")
@Menu(title = "Connections", order = 60, icon = "vaadin:plug")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.CONNECTION_MANAGE)
class ConnectionsView extends Div implements HasDynamicTitle {

    private final ConnectionCatalogue catalogue;
    private final Spaces spaces;
    private final SignedIn signedIn;
    private final Div body = new Div();
    private final Button add =
            new Button(
                    getTranslation("connections.add"),
                    new Icon(VaadinIcon.PLUS),
                    click -> open(null));

    ConnectionsView(ConnectionCatalogue catalogue, Spaces spaces, SignedIn signedIn) {
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.signedIn = signedIn;
        layOut();
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connections.title") + " · OpsLore";
    }

    private void layOut() {
        addClassNames("admin-page", "connections-view");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1(getTranslation("connections.title")), add);
        head.addClassName("view-head");
        body.addClassName("connections-body");
        add(head, new Paragraph(getTranslation("connections.purpose")), body);
    }

    private void show() {
        Map<Object, String> names =
                readable().stream().collect(Collectors.toMap(Space::id, Space::name));
        body.removeAll();
        body.add(
                new ConnectionGrid(
                        catalogue.all(signedIn.asker()), names, this::open, this::askToRemove));
    }

    private List<Space> readable() {
        return spaces.readable(signedIn.asker());
    }

    private void open(@Nullable Connection connection) {
        if (catalogue.types(signedIn.asker()).isEmpty() || readable().isEmpty()) {
            Toast.failed(getTranslation("connections.noSpace"));
            return;
        }
        List<String> held =
                connection == null
                        ? List.of()
                        : catalogue.secretsOf(connection.id(), signedIn.asker());
        var form =
                new ConnectionForm(catalogue.types(signedIn.asker()), readable(), connection, held);
        new ConnectionDialog(form, new FromDialog()).open();
    }

    private void askToRemove(Connection connection) {
        List<String> uses = catalogue.usesOf(connection.id(), signedIn.asker());
        String text =
                uses.isEmpty()
                        ? getTranslation("connections.remove.text")
                        : getTranslation("connections.remove.used", String.join(", ", uses));
        Confirmation.askSternly(
                getTranslation("connections.remove.ask", connection.name()),
                text,
                getTranslation("connections.remove"),
                () -> remove(connection));
    }

    private void remove(Connection connection) {
        catalogue.remove(connection.id(), signedIn.asker());
        Toast.done(getTranslation("connections.removed", connection.name()));
        show();
    }

    /** What the dialog can ask for. */
    private final class FromDialog implements ConnectionDialog.Actions {

        @Override
        public void save(ConnectionEdit edit) {
            try {
                catalogue.save(edit, signedIn.asker());
            } catch (NotFound gone) {
                throw FailedText.spaceGone(gone);
            }
            Toast.done(getTranslation("connections.saved", edit.name()));
            show();
        }

        /** In the background: a server that does not answer is waited for. */
        @Override
        public void test(
                ConnectionEdit edit, Consumer<String> works, Consumer<ConnectionFailed> fails) {
            UI ui = UI.getCurrent();
            Asker asker = signedIn.asker();
            Thread.ofVirtual()
                    .name("connection-test")
                    .start(() -> {
                        try {
                            String answer = catalogue.test(edit, asker);
                            ui.access(() -> works.accept(answer));
                        } catch (ConnectionFailed failed) {
                            ui.access(() -> fails.accept(failed));
                        } catch (RuntimeException e) {
                            ui.access(() -> fails.accept(FailedText.unforeseen(e)));
                        }
                    });
        }
    }
}
