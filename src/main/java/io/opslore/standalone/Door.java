package io.opslore.standalone;

import io.opslore.connections.UnfitSetting;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Lets in who brings one of the tokens; all else but the health is closed. */
@EnableWebSecurity
@ConditionalOnWebApplication
class Door {

    @Bean
    SecurityFilterChain byToken(HttpSecurity http, StandaloneSettings settings) {
        if (settings.tokens().isEmpty()) {
            throw new UnfitSetting(
                    "opslore.mcp.tokens",
                    "is empty: nobody could call.",
                    "Set opslore.mcp.tokens.<name>, to what openssl rand -hex 32 prints.");
        }
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, refused) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            response.setStatus(401);
                        }))
                .addFilterBefore(new TokenFilter(settings), AuthorizationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/actuator/health", "/actuator/health/*")
                                .permitAll()
                                .requestMatchers("/mcp")
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .build();
    }
}
