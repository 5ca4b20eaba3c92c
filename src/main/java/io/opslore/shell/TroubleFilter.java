package io.opslore.shell;

import io.opslore.kit.Trouble;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what is the matter where nothing can be done for anybody, such as without the database: who
 * asks is then not known either, and would be sent to sign in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TroubleFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleFilter.class);
    private static final String SECONDS = "5";

    private final JsonMapper json;

    TroubleFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            Trouble trouble = Trouble.of(e);
            if (trouble == Trouble.UNFORESEEN || response.isCommitted()) {
                throw e;
            }
            LOG.error("A request could not be served: {}", trouble.sentence(), e);
            tell(trouble, isPage(request), response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** The page comes again by itself, and is itself again as soon as it can be. */
    private void tell(Trouble trouble, boolean page, HttpServletResponse response)
            throws IOException {
        response.reset();
        response.setStatus(trouble.status());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.setCharacterEncoding("UTF-8");
        if (page) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setHeader("Refresh", SECONDS);
            response.getWriter().write(PAGE.formatted(trouble.sentence()));
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter()
                    .write(
                            json.writeValueAsString(
                                    Map.of(
                                            "status",
                                            trouble.status(),
                                            "detail",
                                            trouble.sentence())));
        }
    }

    private static final String PAGE =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>OpsLore</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui;max-width:34rem;margin:20vh auto;padding:0 1rem}</style>
            <h1>OpsLore</h1><p role="alert">%s</p><p>This page tries again by itself.</p></html>
            """;
}
