package io.opslore.shell;

import io.opslore.identity.SessionBook;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;

/** What makes a chain of Spring Security one in which sign-ins can be ended. */
@Component
class SessionSecurity {

    private final SessionBook book;
    private final LiveSessions live;

    SessionSecurity(SessionBook book, LiveSessions live) {
        this.book = book;
        this.live = live;
    }

    /** For chains in which a request comes with a session. */
    void guard(HttpSecurity http) {
        http.addFilterAfter(new SessionGate(book), SecurityContextHolderFilter.class);
    }

    /** For the chain in which people sign in and out as well. */
    void guardAndKeep(HttpSecurity http) {
        guard(http);
        http.sessionManagement(
                session -> session.addSessionAuthenticationStrategy(new SessionStart(book, live)));
        http.logout(logout -> logout.addLogoutHandler(new SigningOut(book)));
    }
}
