package io.opslore.shell;

import io.opslore.identity.ProvidedSession;
import io.opslore.identity.SessionsEnding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/** The sessions in this very portal that were begun at a provider. Thread-safe. */
@Component
class ProvidedSessions implements SessionsEnding, SessionAuthenticationStrategy {

    private final Map<Mark, HttpSession> sessions = new ConcurrentHashMap<>();

    @Override
    public void onAuthentication(
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (authentication.getPrincipal() instanceof ProvidedSession provided) {
            request.getSession().setAttribute(Mark.class.getName(), new Mark(provided));
        }
    }

    @Override
    public int endByProvider(String provider, @Nullable String subject, @Nullable String session) {
        var ended =
                sessions.entrySet().stream()
                        .filter(one -> one.getKey().provided.isOf(provider, subject, session))
                        .map(Map.Entry::getValue)
                        .toList();
        ended.forEach(HttpSession::invalidate);
        return ended.size();
    }

    /** Stays in the session, and so knows when it ends. Equal to itself alone. */
    private final class Mark implements HttpSessionBindingListener {

        private final ProvidedSession provided;

        Mark(ProvidedSession provided) {
            this.provided = provided;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            sessions.put(this, event.getSession());
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            sessions.remove(this);
        }
    }
}
