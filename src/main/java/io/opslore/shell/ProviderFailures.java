package io.opslore.shell;

import io.opslore.identity.ProviderId;
import io.opslore.identity.ProviderProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Tells on the sign-in page, and on the record, why nobody came in from a provider. */
@Component
class ProviderFailures implements AuthenticationFailureHandler {

    static final String LOGIN = "/login";

    /** The parameter of the sign-in page that names the problem. */
    static final String PROBLEM = "problem";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderFailures.class);

    private final ApplicationEventPublisher events;

    ProviderFailures(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        ProviderProblem problem =
                cause(failure).map(ProviderProblem::of).orElse(ProviderProblem.UNKNOWN);
        String path = request.getRequestURI();
        String last = path.substring(path.lastIndexOf('/') + 1);
        String provider = ProviderId.isOne(last) ? last : "";
        String detail = detail(failure);
        LOG.info("Sign-in by {} refused: {} ({})", provider, problem.key(), detail);
        events.publishEvent(new ProviderSignInRefused(provider, problem, detail));
        response.sendRedirect(
                request.getContextPath() + LOGIN + "?" + PROBLEM + "=" + problem.key());
    }

    /** What fails before the browser is sent away arrives wrapped. */
    private static Optional<OAuth2AuthenticationException> cause(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof OAuth2AuthenticationException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** May be a stranger's own words, so it is short and on one line. */
    private static String detail(AuthenticationException failure) {
        String text = cause(failure).map(Throwable::getMessage).orElseGet(failure::getMessage);
        String line = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(line.length(), 300));
    }
}
