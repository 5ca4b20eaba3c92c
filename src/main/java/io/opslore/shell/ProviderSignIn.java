package io.opslore.shell;

import io.opslore.identity.ProvidedSignOut;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;

/**
 * Sign-in and sign-out at other providers, beside the local form: Vaadin's own configuration offers
 * either one or the other.
 */
@Component
@ConditionalOnWebApplication
class ProviderSignIn {

    /** Where sign-in at a provider begins; its key follows. */
    static final String BEGIN = "oauth2/authorization/";

    private final ClientRegistrationRepository providers;
    private final ProviderFailures failures;
    private final ProvidedSignOut signOut;

    ProviderSignIn(
            ClientRegistrationRepository providers,
            ProviderFailures failures,
            ProvidedSignOut signOut) {
        this.providers = providers;
        this.failures = failures;
        this.signOut = signOut;
    }

    void openTo(HttpSecurity http) {
        http.oauth2Login(
                        login -> {
                            login.loginPage(ProviderFailures.LOGIN)
                                    .failureHandler(failures)
                                    .authorizedClientRepository(new TokensForgotten());
                            login.addObjectPostProcessor(new ToldOnTheLoginPage());
                        })
                .addFilterBefore(new BackChannelSignOut(signOut), CsrfFilter.class);
    }

    ProviderSignOut signOut() {
        return new ProviderSignOut(providers);
    }

    /** What fails before the browser is sent to the provider is told as what fails afterwards. */
    private class ToldOnTheLoginPage
            implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(failures);
            return filter;
        }
    }
}
