package io.opslore.shell;

import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.SessionBook;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Tells the book that somebody signed out, before their session is gone. */
class SigningOut implements LogoutHandler {

    private final SessionBook book;

    SigningOut(SessionBook book) {
        this.book = book;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        HttpSession session = request.getSession(false);
        if (session != null
                && authentication != null
                && authentication.getPrincipal() instanceof AskerPrincipal principal) {
            LiveSessions.id(session).ifPresent(id -> book.signOut(id, principal.asker()));
        }
    }
}
