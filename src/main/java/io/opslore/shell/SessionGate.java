package io.opslore.shell;

import io.opslore.identity.SessionBook;
import io.opslore.identity.SessionId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks of every request whether its sign-in still holds. One that does not goes on as a stranger's,
 * so that each kind of request is answered as it is to somebody who is not signed in.
 */
class SessionGate extends OncePerRequestFilter {

    private final SessionBook book;

    SessionGate(SessionBook book) {
        this.book = book;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && !mayGoOn(session, request)) {
            LiveSessions.close(session);
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean mayGoOn(HttpSession session, HttpServletRequest request) {
        Optional<SessionId> id = LiveSessions.id(session);
        if (id.isEmpty()) {
            return !isSignedIn(session);
        }
        boolean holds = book.holds(id.get(), isAct(request));
        if (!holds) {
            book.endLapsed(id.get());
        }
        return holds;
    }

    /** Nobody is signed in without being in the book. */
    private static boolean isSignedIn(HttpSession session) {
        return session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                != null;
    }

    /** An open page sends a sign of life and keeps its push channel on its own. */
    private static boolean isAct(HttpServletRequest request) {
        String kind = request.getParameter("v-r");
        return !"heartbeat".equals(kind) && !"push".equals(kind);
    }
}
