package io.opslore.operations.metrics;

import io.opslore.identity.Authority;
import io.opslore.identity.LocalToken;
import io.opslore.identity.TokenDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Who may see how the portal does: everybody whether it is up, for probes bring nothing along; the
 * numbers and the reasons whoever has a token for them; nobody anything else.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class MetricsSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain actuator(
            HttpSecurity http,
            MetricsSettings settings,
            LocalToken localToken,
            TokenDoor tokens,
            Authority authority) {
        return http.securityMatcher("/actuator", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors ->
                        // By a status alone: an error that is dispatched is sent to sign in.
                        errors.authenticationEntryPoint(
                                        (request, response, refused) -> {
                                            response.setHeader(
                                                    HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                                            response.setStatus(HttpStatus.UNAUTHORIZED.value());
                                        })
                                .accessDeniedHandler((request, response, denied) ->
                                        response.setStatus(HttpStatus.FORBIDDEN.value())))
                .addFilterBefore(
                        new MetricsTokenFilter(settings, localToken, tokens, authority),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                                .hasRole(MetricsTokenFilter.ROLE)
                                .anyRequest()
                                .denyAll())
                .build();
    }
}
