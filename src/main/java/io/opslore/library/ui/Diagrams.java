package io.opslore.library.ui;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The frame in which diagrams of documents are drawn. It has no origin and may load nothing but its
 * own scripts, so a diagram that gets the better of Mermaid has won nothing. For everyone who is
 * signed in: it holds no data.
 */
@RestController
@ConditionalOnWebApplication
class Diagrams {

    static final String ALONE =
            "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'unsafe-inline';"
                    + " frame-ancestors 'self'";

    private static final Resource PAGE = new ClassPathResource("viewer/diagrams.html");

    @GetMapping("/diagrams")
    ResponseEntity<Resource> frame() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", ALONE)
                .body(PAGE);
    }
}
