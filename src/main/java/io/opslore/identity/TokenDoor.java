package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the machinery: tells whom a token stands for. Thread-safe. */
@Service
@Transactional
public class TokenDoor {

    /** Shown as last used to the minute, so it need not be written more often. */
    private static final Duration USED_PRECISION = Duration.ofMinutes(1);

    private final TokenRecords tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TokenDoor(TokenRecords tokens, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /** Empty for a token that is unknown, wrong, revoked, too old, or of a disabled account. */
    public Optional<Asker> redeem(String presented, String address) {
        return TokenSecret.parse(presented)
                .flatMap(secret ->
                        tokens.find(secret.id()).filter(stored -> secret.matches(stored.hash())))
                .filter(stored -> !stored.isOfDisabled())
                .map(TokenRecords.Stored::token)
                .filter(token -> !token.isExpiredAt(clock.instant()))
                .map(token -> used(token, address));
    }

    private Asker used(AccessToken token, String address) {
        Instant now = clock.instant();
        Instant last = token.lastUsed();
        var asker =
                new Asker(
                        token.account(),
                        token.username(),
                        new Reach("token " + token.name(), token.permissions()));
        if (last == null) {
            events.publishEvent(
                    new Happened(
                            AuditRecord.done(
                                    "token.first-use",
                                    asker.actor(),
                                    new Subject("token", token.id(), token.name()),
                                    Map.of("address", address))));
        }
        if (last == null || last.isBefore(now.minus(USED_PRECISION))) {
            tokens.used(token.id(), address, now);
        }
        return asker;
    }
}
