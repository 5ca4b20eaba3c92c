package io.opslore.identity;

import io.opslore.audit.Actor;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.Subject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For the machinery: keeps who is signed in where, so that a sign-in can be ended from anywhere and
 * by whichever portal. People's own requests go through {@link Sessions}. Thread-safe.
 */
@Service
@Transactional
public class SessionBook implements SessionsEnding {

    /** Shown as last seen to the minute, so it need not be written more often. */
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

    /** A sign-in that no portal confirmed for so long went down with its portal. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(5);

    private static final Duration KEEP_ENDED = Duration.ofDays(90);

    private final JdbcTemplate jdbc;
    private final SessionSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SessionBook(
            JdbcTemplate jdbc,
            SessionSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody proved who they are; on the record unless a second step is still to come. */
    public SessionId begin(AskerPrincipal principal, SignInOrigin origin) {
        var id = new SessionId(UUID.randomUUID());
        SignInMethod method = principal.method();
        jdbc.update(
                """
                insert into signed_in_session (id, account_id, provider, provider_sub, provider_sid,
                    complete, created_at, last_seen_at, held_at, address, user_agent)
                values (?, ?, ?, ?, ?, false, ?, ?, clock_timestamp(), ?, ?)
                """,
                id.value(),
                principal.asker().id().value(),
                method.provider(),
                method.subject(),
                method.session(),
                now(),
                now(),
                origin.address(),
                origin.userAgent());
        if (principal.isFullySignedIn()) {
            complete(id, principal.asker());
        }
        return id;
    }

    /** The last step of signing in is taken. */
    public void complete(SessionId id, Asker asker) {
        Map<String, String> session =
                jdbc.queryForObject(
                        """
                        update signed_in_session set complete = true where id = ?
                        returning address, user_agent,
                            case provider when '' then 'local' else provider end
                        """,
                        (row, number) ->
                                Map.of(
                                        "address",
                                        row.getString(1),
                                        "browser",
                                        row.getString(2),
                                        "provider",
                                        row.getString(3)),
                        id.value());
        jdbc.update(
                "update account set last_sign_in_at = ? where id = ?", now(), asker.id().value());
        events.publishEvent(
                new Happened(
                        AuditRecord.done(
                                "sign-in.succeed", asker.actor(), subject(asker), session)));
    }

    /**
     * Whether the sign-in still holds: neither ended, nor too old, nor its account disabled.
     *
     * @param isAct whether the person does something, rather than an open page on its own
     */
    public boolean holds(SessionId id, boolean isAct) {
        if (!holding(Set.of(id)).contains(id)) {
            return false;
        }
        if (isAct) {
            jdbc.update(
                    "update signed_in_session set last_seen_at = ? where id = ? and last_seen_at < ?",
                    now(),
                    id.value(),
                    before(SEEN_PRECISION));
        }
        return true;
    }

    /** Which of the sign-ins still hold. */
    public Set<SessionId> holding(Collection<SessionId> ids) {
        return new HashSet<>(
                jdbc.query(
                        """
                        select s.id from signed_in_session s join account a on a.id = s.account_id
                        where s.id = any (?) and s.ended_at is null and a.disabled_at is null
                            and s.last_seen_at > ? and s.created_at > ?
                        """,
                        (row, number) -> new SessionId(row.getObject(1, UUID.class)),
                        ids(ids),
                        before(settings.idle()),
                        before(settings.lifetime())));
    }

    /**
     * The sign-ins live in this portal; those that live in none any more are ended. The database's
     * clock tells which: one portal's that has jumped would end those of all others.
     */
    public void confirm(Collection<SessionId> ids) {
        jdbc.update(
                "update signed_in_session set held_at = clock_timestamp() where id = any (?)",
                (Object) ids(ids));
        jdbc.update(
                """
                update signed_in_session set ended_at = ?, ended_by = 'EXPIRED'
                where ended_at is null
                    and held_at < clock_timestamp() - make_interval(secs => ?)
                """,
                now(),
                LOST_AFTER.toSeconds());
        jdbc.update("delete from signed_in_session where ended_at < ?", before(KEEP_ENDED));
    }

    /** Ends the sign-in unless it is ended already. */
    public void end(SessionId id, SessionEnd why) {
        jdbc.update(
                "update signed_in_session set ended_at = ?, ended_by = ? where id = ? and ended_at is null",
                now(),
                why.name(),
                id.value());
    }

    /** Ends a sign-in that no longer holds, for the reason that it does not. */
    public void endLapsed(SessionId id) {
        jdbc.update(
                """
                update signed_in_session s set ended_at = ?,
                    ended_by = case when a.disabled_at is null then 'EXPIRED' else 'DISABLED' end
                from account a where a.id = s.account_id and s.id = ? and s.ended_at is null
                """,
                now(),
                id.value());
    }

    /** The person signed out. */
    public void signOut(SessionId id, Asker asker) {
        end(id, SessionEnd.SIGNED_OUT);
        events.publishEvent(
                new Happened(
                        AuditRecord.done(
                                "sign-out.succeed", asker.actor(), subject(asker), Map.of())));
    }

    /**
     * A provider ended its session, or all sessions of a person there.
     *
     * @param session ends what was begun by this session alone; null for all of the subject's
     * @return how many were ended
     */
    @Override
    public int endByProvider(String provider, @Nullable String subject, @Nullable String session) {
        if (provider.isEmpty() || subject == null && session == null) {
            return 0;
        }
        int ended =
                jdbc.update(
                        """
                        update signed_in_session set ended_at = ?, ended_by = 'PROVIDER'
                        where ended_at is null and provider = ?
                            and (?::text is null or provider_sub = ?)
                            and (?::text is null or provider_sid = ?)
                        """,
                        now(),
                        provider,
                        subject,
                        subject,
                        session,
                        session);
        events.publishEvent(
                new Happened(
                        AuditRecord.done(
                                "session.end",
                                Actor.PORTAL,
                                new Subject("provider", provider, provider),
                                Map.of("by", "PROVIDER", "ended", ended))));
        return ended;
    }

    static Subject subject(Asker asker) {
        return new Subject("account", asker.id().value().toString(), asker.username());
    }

    private static UUID[] ids(Collection<SessionId> ids) {
        return ids.stream().map(SessionId::value).toArray(UUID[]::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp before(Duration duration) {
        Instant then = clock.instant().minus(duration);
        return Timestamp.from(then);
    }
}
