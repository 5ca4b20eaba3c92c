package io.opslore.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.identity.OpenSession;
import io.opslore.identity.SessionEnd;
import io.opslore.identity.SessionId;
import io.opslore.identity.Sessions;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import io.opslore.kit.TimeText;
import io.opslore.kit.Toast;
import java.util.List;
import java.util.Optional;

/** Where the person is signed in, and the way to end what they do not know. */
class AccountSessions extends AccountSection {

    private final Sessions sessions;
    private final SignedIn signedIn;

    AccountSessions(Sessions sessions, SignedIn signedIn) {
        super("sessions");
        this.sessions = sessions;
        this.signedIn = signedIn;
        show();
    }

    private void show() {
        Optional<SessionId> here = LiveSessions.here();
        List<OpenSession> all = sessions.own(signedIn.asker());
        Div rows = new Div();
        rows.addClassName("account-rows");
        all.forEach(session -> rows.add(row(session, here.filter(session.id()::equals))));
        Button endOthers =
                new Button(getTranslation("account.sessions.endOthers"), click -> askToEndOthers());
        endOthers.setVisible(all.size() > 1);
        content().removeAll();
        content().add(rows, endOthers);
    }

    private Component row(OpenSession session, Optional<SessionId> here) {
        Span browser = new Span(session.origin().browser());
        browser.setTitle(session.origin().userAgent());
        browser.addClassName("account-row-name");
        Div facts =
                new Div(
                        new Span(session.origin().address()),
                        said("account.sessions.since", new TimeText(session.since())),
                        said("account.sessions.lastSeen", new TimeText(session.lastSeen())));
        facts.addClassName("facts");
        Div text = new Div(browser, facts);
        text.addClassName("account-row-text");
        Div row =
                new Div(
                        text,
                        here.isPresent()
                                ? new StateBadge(
                                        StateBadge.Tone.GOOD,
                                        getTranslation("account.sessions.here"))
                                : end(session));
        row.addClassName("account-row");
        return row;
    }

    private Span said(String key, TimeText time) {
        return new Span(new Span(getTranslation(key) + " "), time);
    }

    private IconButton end(OpenSession session) {
        return new IconButton(
                VaadinIcon.SIGN_OUT,
                getTranslation("account.sessions.end", session.origin().browser()),
                () -> askToEnd(session));
    }

    private void askToEnd(OpenSession session) {
        Confirmation.askSternly(
                getTranslation("account.sessions.end.title"),
                getTranslation("account.sessions.end.text", session.origin().browser()),
                getTranslation("account.sessions.end.confirm"),
                () -> {
                    sessions.endOwn(session.id(), signedIn.asker());
                    ended();
                });
    }

    private void askToEndOthers() {
        Confirmation.askSternly(
                getTranslation("account.sessions.endOthers.title"),
                getTranslation("account.sessions.endOthers.text"),
                getTranslation("account.sessions.endOthers.confirm"),
                () -> {
                    sessions.endOthers(
                            LiveSessions.here().orElse(null), SessionEnd.OWNER, signedIn.asker());
                    ended();
                });
    }

    private void ended() {
        show();
        Toast.done(getTranslation("account.sessions.ended"));
    }
}
