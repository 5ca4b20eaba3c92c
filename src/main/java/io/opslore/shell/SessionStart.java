package io.opslore.shell;

import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.SessionBook;
import io.opslore.identity.SessionEnd;
import io.opslore.identity.SessionId;
import io.opslore.identity.SignInOrigin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/** Enters every sign-in into the book, whichever way it was made. */
class SessionStart implements SessionAuthenticationStrategy {

    private final SessionBook book;
    private final LiveSessions live;

    SessionStart(SessionBook book, LiveSessions live) {
        this.book = book;
        this.live = live;
    }

    @Override
    public void onAuthentication(
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (authentication.getPrincipal() instanceof AskerPrincipal principal) {
            HttpSession session = request.getSession();
            LiveSessions.id(session).ifPresent(id -> book.end(id, SessionEnd.REPLACED));
            SessionId id = book.begin(principal, origin(request));
            live.add(id, session);
        }
    }

    private static SignInOrigin origin(HttpServletRequest request) {
        return new SignInOrigin(
                request.getRemoteAddr(),
                Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
    }
}
