package io.opslore.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.OpenSession;
import io.opslore.identity.Permission;
import io.opslore.identity.SessionOrder;
import io.opslore.identity.Sessions;
import io.opslore.identity.SignedIn;
import io.opslore.identity.Slice;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Everybody who is signed in, and the way to end it. */
@Route("admin/sessions")
@Menu(title = "Sessions", order = 40, icon = "vaadin:desktop")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.USER_MANAGE)
class SessionsView extends Div implements HasDynamicTitle {

    private final Sessions sessions;
    private final SignedIn signedIn;
    private final SessionGrid grid;

    SessionsView(Sessions sessions, SignedIn signedIn) {
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.grid = new SessionGrid(new Everybodys(), this::askToEnd, this::askToEndAll);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sessions.title") + " · OpsLore";
    }

    private void layOut() {
        addClassName("admin-page");
        Div head = new Div(new H1(getTranslation("sessions.title")));
        head.addClassName("view-head");
        TextField filter = FilterField.of(getTranslation("sessions.filter"), grid::filter);
        Div toolbar = new Div(filter);
        toolbar.addClassName("admin-toolbar");
        grid.getElement().setAttribute("aria-label", getTranslation("sessions.title"));
        grid.setEmptyStateText(getTranslation("sessions.none"));
        add(head, new Paragraph(getTranslation("sessions.purpose")), toolbar, grid);
    }

    private void askToEnd(OpenSession session) {
        Confirmation.askSternly(
                getTranslation("sessions.end.title"),
                getTranslation("sessions.end.text", session.username(), session.origin().browser()),
                getTranslation("sessions.end.confirm"),
                () -> {
                    sessions.endAny(session.id(), signedIn.asker());
                    ended();
                });
    }

    private void askToEndAll(OpenSession session) {
        Confirmation.askSternly(
                getTranslation("sessions.endAll.title", session.username()),
                getTranslation("sessions.endAll.text"),
                getTranslation("sessions.endAll.confirm"),
                () -> {
                    sessions.endAllOf(session.account(), signedIn.asker());
                    ended();
                });
    }

    private void ended() {
        grid.refresh();
        Toast.done(getTranslation("sessions.ended"));
    }

    private final class Everybodys implements LazyGrid.Rows<OpenSession, SessionOrder> {

        @Override
        public List<OpenSession> read(String filter, Slice<SessionOrder> slice) {
            return sessions.all(filter, slice, signedIn.asker());
        }

        @Override
        public int count(String filter) {
            return sessions.count(filter, signedIn.asker());
        }
    }
}
