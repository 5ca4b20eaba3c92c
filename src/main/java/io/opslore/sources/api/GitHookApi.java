package io.opslore.sources.api;

import io.opslore.sources.GitHooks;
import io.opslore.sources.HookDelivery;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of Gitea, Forgejo, GitHub and GitLab, known by their signature alone. */
@RestController
class GitHookApi {

    private static final int MOST_BYTES = 1_000_000;

    private final GitHooks hooks;

    GitHookApi(GitHooks hooks) {
        this.hooks = hooks;
    }

    /** Says nothing but a status: a stranger is to learn nothing. */
    @PostMapping("/hooks/git/{source}")
    ResponseEntity<Void> push(@PathVariable String source, HttpServletRequest request)
            throws IOException {
        HookDelivery delivery = headers(source, request);
        if (!delivery.isSigned()) {
            return status(HttpStatus.UNAUTHORIZED);
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return status(HttpStatus.CONTENT_TOO_LARGE);
        }
        return status(
                switch (hooks.receive(delivery.with(body))) {
                    case ACCEPTED -> HttpStatus.ACCEPTED;
                    case REFUSED -> HttpStatus.UNAUTHORIZED;
                    case REPLAYED -> HttpStatus.CONFLICT;
                    case UNREADABLE -> HttpStatus.BAD_REQUEST;
                });
    }

    private static HookDelivery headers(String source, HttpServletRequest request) {
        return new HookDelivery(
                source,
                header(request, "X-Gitea-Signature", "X-Forgejo-Signature"),
                header(request, "X-Hub-Signature-256"),
                header(request, "X-Gitlab-Token"),
                header(
                        request,
                        "X-Gitea-Delivery",
                        "X-Forgejo-Delivery",
                        "X-GitHub-Delivery",
                        "Idempotency-Key",
                        "X-Gitlab-Event-UUID"),
                new byte[0]);
    }

    /** The first that there is; empty for none. */
    private static String header(HttpServletRequest request, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(request.getHeader(name)))
                .findFirst()
                .orElse("");
    }

    private static ResponseEntity<Void> status(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
