package io.opslore.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import io.opslore.identity.SessionBook;
import io.opslore.identity.SessionEnd;
import io.opslore.identity.SessionId;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The browsers that are signed in at this very portal, with the pages that they hold open.
 * Thread-safe.
 */
@Component
class LiveSessions implements HttpSessionListener {

    private static final String ID = SessionId.class.getName();
    private static final String SIGN_IN = "login";

    private final Map<SessionId, HttpSession> sessions = new ConcurrentHashMap<>();
    private final SessionBook book;

    LiveSessions(SessionBook book) {
        this.book = book;
    }

    /** Which sign-in the browser's session is; empty for a stranger's. */
    static Optional<SessionId> id(HttpSession session) {
        return Optional.ofNullable((SessionId) session.getAttribute(ID));
    }

    /** The sign-in of the page that asks, on its own thread. */
    static Optional<SessionId> here() {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(session -> (SessionId) session.getSession().getAttribute(ID));
    }

    void add(SessionId id, HttpSession session) {
        session.setAttribute(ID, id);
        sessions.put(id, session);
    }

    Set<SessionId> ids() {
        return Set.copyOf(sessions.keySet());
    }

    /** Takes the pages to the sign-in page, closes their push channels, forgets the session. */
    void close(SessionId id) {
        HttpSession session = sessions.remove(id);
        if (session != null) {
            leave(session);
            // Only when the word has had time to arrive: ending the session cuts the channel.
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> close(session));
        }
    }

    private static void leave(HttpSession session) {
        try {
            VaadinSession.getAllSessions(session).forEach(LiveSessions::leave);
        } catch (IllegalStateException e) {
            // Closed already.
        }
    }

    /** As {@link #close(SessionId)}, for any session. */
    static void close(HttpSession session) {
        try {
            VaadinSession.getAllSessions(session).forEach(LiveSessions::leave);
            session.invalidate();
        } catch (IllegalStateException e) {
            // Closed already.
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        id(event.getSession())
                .filter(id -> sessions.remove(id) != null)
                .ifPresent(id -> book.end(id, SessionEnd.EXPIRED));
    }

    /** Said before the session ends, because nothing reaches the pages afterwards. */
    private static void leave(VaadinSession session) {
        session.access(() -> session.getUIs().forEach(LiveSessions::leave));
    }

    private static void leave(UI ui) {
        ui.accessSynchronously(() -> {
            ui.getPage().setLocation(SIGN_IN);
            ui.push();
        });
    }
}
