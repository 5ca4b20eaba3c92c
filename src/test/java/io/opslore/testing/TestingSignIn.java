package io.opslore.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.opslore.identity.Asker;
import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.SessionBook;
import io.opslore.identity.SessionId;
import io.opslore.identity.SignInOrigin;
import io.opslore.identity.SignedIn;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signs somebody in for one request, and into the book as a browser's sign-in is. */
public final class TestingSignIn {

    private static final SignInOrigin ORIGIN = new SignInOrigin("127.0.0.1", "a test");

    private TestingSignIn() {}

    /** The request is this person's. */
    public static RequestPostProcessor as(Asker asker, SessionBook book) {
        return as(asker, SignedIn.USER, book);
    }

    /** The request is this person's, who holds only this of Spring's roles. */
    public static RequestPostProcessor as(Asker asker, String role, SessionBook book) {
        AskerPrincipal principal = () -> asker;
        RequestPostProcessor signedIn =
                authentication(new TestingAuthenticationToken(principal, null, "ROLE_" + role));
        SessionId session = book.begin(principal, ORIGIN);
        return request -> {
            var of = signedIn.postProcessRequest(request);
            of.getSession().setAttribute(SessionId.class.getName(), session);
            return of;
        };
    }
}
