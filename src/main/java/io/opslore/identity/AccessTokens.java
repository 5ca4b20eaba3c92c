package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Access tokens, for their owners and for who manages accounts. Thread-safe. */
@Service
@Transactional
public class AccessTokens {

    private final TokenRecords tokens;
    private final TokenSettings settings;
    private final Authority authority;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccessTokens(
            TokenRecords tokens,
            TokenSettings settings,
            Authority authority,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.authority = authority;
        this.events = events;
        this.clock = clock;
    }

    /**
     * For its owner, who must have signed in: with a token none is made, or a narrow one would make
     * a wide one.
     */
    public TokenAnswer create(TokenWish wish, Asker asker) {
        if (!asker.reach().equals(Reach.SESSION)) {
            throw new NotAllowed("make a token with a token");
        }
        if (wish.name().isEmpty() || wish.name().length() > TokenWish.LONGEST_NAME) {
            return new TokenAnswer.BadName();
        }
        if (wish.permissions().isEmpty() || !offered(asker).containsAll(wish.permissions())) {
            return new TokenAnswer.NoPermission();
        }
        Instant now = clock.instant();
        Instant end = wish.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!end.isAfter(now) || end.isAfter(latest(now))) {
            return new TokenAnswer.BadDay();
        }
        return made(wish, now, end, asker);
    }

    /**
     * What the asker may give a token. What is granted space by space is always offered: a token
     * carries it only where its person has it.
     */
    @Transactional(readOnly = true)
    public Set<Permission> offered(Asker asker) {
        Set<Permission> offered = EnumSet.noneOf(Permission.class);
        offered.addAll(authority.of(asker).everywhere());
        EnumSet.allOf(Permission.class).stream()
                .filter(Permission::isInSpace)
                .forEach(offered::add);
        return offered;
    }

    /** How long a token is good unless its owner wants it otherwise. */
    public Duration usualTime() {
        return settings.usual();
    }

    /** For their owner: those not revoked, the newest first. */
    @Transactional(readOnly = true)
    public List<AccessToken> own(Asker asker) {
        return tokens.of(asker.id());
    }

    /**
     * For its owner.
     *
     * @return false where the asker has no such token, be it that another has
     */
    public boolean revokeOwn(String id, Asker asker) {
        return revoke(
                tokens.find(id).filter(stored -> stored.token().account().equals(asker.id())),
                asker);
    }

    /**
     * Everybody's, a part at a time.
     *
     * @param filter part of a name, the token's or its person's
     */
    @NeedsPermission(Permission.USER_MANAGE)
    @Transactional(readOnly = true)
    public List<AccessToken> all(String filter, Slice<TokenOrder> slice, Asker asker) {
        return tokens.matching(filter, slice);
    }

    /** How many {@link #all} has with this filter. */
    @NeedsPermission(Permission.USER_MANAGE)
    @Transactional(readOnly = true)
    public int count(String filter, Asker asker) {
        return tokens.count(filter);
    }

    /** Revokes anybody's; false where there is none, or no longer. */
    @NeedsPermission(Permission.USER_MANAGE)
    public boolean revokeAny(String id, Asker asker) {
        return revoke(tokens.find(id), asker);
    }

    private TokenAnswer made(TokenWish wish, Instant now, Instant end, Asker asker) {
        TokenSecret secret = TokenSecret.random();
        var token =
                new AccessToken(
                        secret.id(),
                        asker.id(),
                        asker.username(),
                        wish.name(),
                        wish.permissions(),
                        now,
                        end,
                        null,
                        null);
        tokens.add(token, secret.hash());
        tell(
                "token.create",
                token,
                asker,
                Map.of(
                        "permissions",
                        token.permissions().stream().map(Permission::key).sorted().toList(),
                        "expires",
                        end.toString()));
        return new TokenAnswer.Made(token, secret.whole());
    }

    private boolean revoke(Optional<TokenRecords.Stored> found, Asker by) {
        if (found.isEmpty() || !tokens.revoke(found.get().token().id(), clock.instant())) {
            return false;
        }
        AccessToken token = found.get().token();
        tell("token.revoke", token, by, Map.of("of", token.username()));
        return true;
    }

    private Instant latest(Instant now) {
        // The last day is whole, so the wish for the longest time ends within the day after.
        return now.plus(settings.longest()).plus(Duration.ofDays(1));
    }

    private void tell(String action, AccessToken token, Asker by, Map<String, ?> details) {
        events.publishEvent(
                new Happened(
                        AuditRecord.done(
                                action,
                                by.actor(),
                                new Subject("token", token.id(), token.name()),
                                details)));
    }
}
