package io.opslore.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.opslore.identity.LocalToken;
import io.opslore.identity.SignedIn;
import io.opslore.identity.TokenDoor;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may reach what over HTTP: the API by token and without a session, the views by sign-in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

    /**
     * As strict as Vaadin 25.2 allows: its client needs inline and evaluated script and inline
     * styles. Everything else is this portal alone, so that no answer or document can make the
     * browser call out.
     */
    private static final String CONTENT_SECURITY_POLICY =
            String.join(
                    "; ",
                    "default-src 'self'",
                    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data:",
                    "font-src 'self' data:",
                    "connect-src 'self'",
                    "form-action 'self'",
                    "frame-ancestors 'none'",
                    "object-src 'none'",
                    "base-uri 'self'");

    /** Vaadin's pages are forwarded to, and a forward closes the answer before it comes back. */
    private static final ObjectPostProcessor<HeaderWriterFilter> BEFORE_THE_PAGE =
            new ObjectPostProcessor<>() {
                @Override
                public <F extends HeaderWriterFilter> F postProcess(F filter) {
                    filter.setShouldWriteHeadersEagerly(true);
                    return filter;
                }
            };

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, LocalToken localToken, TokenDoor tokens) {
        return http.securityMatcher("/api/**", "/mcp", "/v1/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new BearerEntryPoint()))
                .addFilterBefore(
                        new BearerTokenFilter(localToken, tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests
                                // An answer that goes on after the request, which was let in.
                                .dispatcherTypeMatchers(DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }

    /** The way in for whoever can read the data folder, even where there is no admin left. */
    @Bean
    @Order(0)
    SecurityFilterChain wayInByFile(HttpSecurity http, LocalToken localToken) {
        return http.securityMatcher("/break-glass")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new BearerEntryPoint()))
                .authorizeHttpRequests(requests ->
                        requests.anyRequest()
                                .access((person, call) ->
                                        new AuthorizationDecision(
                                                BearerTokenFilter.presented(call.getRequest())
                                                        .filter(localToken::isIt)
                                                        .isPresent())))
                .build();
    }

    /**
     * What Git servers tell, which have no account: they are known by their signature alone, and
     * that is asked for inside.
     */
    @Bean
    @Order(0)
    SecurityFilterChain hooks(HttpSecurity http) {
        return http.securityMatcher("/hooks/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.POST, "/hooks/git/*")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /**
     * The pages' own script, which sends files: by session like the views, but told by a status,
     * for a redirect would look like an answer.
     */
    @Bean
    @Order(2)
    SecurityFilterChain sendingScript(HttpSecurity http, SessionSecurity sessions) {
        sessions.guard(http);
        return http.securityMatcher("/batches", "/batches/**")
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(
                                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
                                // Not as an error that is dispatched: that one is sent to sign in.
                                .accessDeniedHandler((request, response, denied) ->
                                        response.setStatus(HttpStatus.FORBIDDEN.value())))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(SignedIn.USER))
                .build();
    }

    /**
     * What documents bring along: each answer has a policy of its own, stricter than the pages'.
     */
    @Bean
    @Order(3)
    SecurityFilterChain partsOfDocuments(HttpSecurity http, SessionSecurity sessions) {
        sessions.guard(http);
        return http.securityMatcher("/originals/**", "/diagrams")
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .headers(WebSecurity::strict)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(SignedIn.USER))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain views(
            HttpSecurity http, SessionSecurity sessions, ProviderSignIn providers) {
        sessions.guardAndKeep(http);
        providers.openTo(http);
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/actuator/health/**",
                                        "/icons/**",
                                        "/mermaid/**",
                                        "/*.css",
                                        "/*.js")
                                .permitAll())
                .headers(headers -> strict(headers.withObjectPostProcessor(BEFORE_THE_PAGE)))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> forViews(vaadin, providers.signOut()))
                .build();
    }

    /**
     * An address that leads nowhere goes through to the view that says so; views check themselves
     * who may open them.
     */
    private static void forViews(VaadinSecurityConfigurer vaadin, ProviderSignOut signOut) {
        vaadin.loginView(LoginView.class)
                .logoutSuccessHandler(signOut)
                .anyRequest(request -> request.authenticated());
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=()"));
    }
}
