package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people are signed in, for themselves and for who manages accounts. Thread-safe. */
@Service
@Transactional
public class Sessions {

    private static final String OPEN =
            """
            from signed_in_session s join account a on a.id = s.account_id
            where s.ended_at is null and s.complete and a.disabled_at is null
                and s.last_seen_at > ? and s.created_at > ?
            """;
    private static final String MATCHING =
            OPEN
                    + """
                     and (a.username ilike ? or a.display_name ilike ? or s.address ilike ?
                        or s.user_agent ilike ?)
                    """;

    private final JdbcTemplate jdbc;
    private final SessionSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(
            JdbcTemplate jdbc,
            SessionSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** For their owner: where they are signed in, the last used first. */
    @Transactional(readOnly = true)
    public List<OpenSession> own(Asker asker) {
        return jdbc.query(
                "select s.*, a.username " + OPEN + " and a.id = ? order by s.last_seen_at desc",
                (row, number) -> session(row),
                unusedSince(),
                begunAfter(),
                asker.id().value());
    }

    /**
     * For its owner.
     *
     * @return false where the asker has no such sign-in, be it that another has
     */
    public boolean endOwn(SessionId id, Asker asker) {
        return end(
                        asker,
                        SessionEnd.OWNER,
                        "s.id = ? and s.account_id = ?",
                        id.value(),
                        asker.id().value())
                > 0;
    }

    /**
     * For their owner: ends all but one.
     *
     * @param kept the one where they are; null to end all
     * @param why by their own wish, or by their new password
     * @return how many
     */
    public int endOthers(@Nullable SessionId kept, SessionEnd why, Asker asker) {
        return end(
                asker,
                why,
                "s.account_id = ? and s.id is distinct from ?::uuid",
                asker.id().value(),
                kept == null ? null : kept.value());
    }

    /**
     * Everybody's, a part at a time.
     *
     * @param filter part of a name, an address or what a browser calls itself
     */
    @NeedsPermission(Permission.USER_MANAGE)
    @Transactional(readOnly = true)
    public List<OpenSession> all(String filter, Slice<SessionOrder> slice, Asker asker) {
        String like = Slice.like(filter);
        return jdbc.query(
                "select s.*, a.username "
                        + MATCHING
                        + " order by "
                        + slice.order().sql(slice.descending())
                        + " offset ? limit ?",
                (row, number) -> session(row),
                unusedSince(),
                begunAfter(),
                like,
                like,
                like,
                like,
                slice.offset(),
                slice.limit());
    }

    /** How many {@link #all} has with this filter. */
    @NeedsPermission(Permission.USER_MANAGE)
    @Transactional(readOnly = true)
    public int count(String filter, Asker asker) {
        String like = Slice.like(filter);
        Integer count =
                jdbc.queryForObject(
                        "select count(*) " + MATCHING,
                        Integer.class,
                        unusedSince(),
                        begunAfter(),
                        like,
                        like,
                        like,
                        like);
        return count == null ? 0 : count;
    }

    /** Ends anybody's; false where there is none, or no longer. */
    @NeedsPermission(Permission.USER_MANAGE)
    public boolean endAny(SessionId id, Asker asker) {
        return end(asker, SessionEnd.ADMIN, "s.id = ?", id.value()) > 0;
    }

    /** Ends all of one person; how many they were. */
    @NeedsPermission(Permission.USER_MANAGE)
    public int endAllOf(AccountId account, Asker asker) {
        return end(asker, SessionEnd.ADMIN, "s.account_id = ?", account.value());
    }

    private int end(Asker by, SessionEnd why, String which, @Nullable Object... values) {
        Object[] arguments = new Object[values.length + 2];
        arguments[0] = Timestamp.from(clock.instant());
        arguments[1] = why.name();
        System.arraycopy(values, 0, arguments, 2, values.length);
        List<Subject> ended =
                jdbc.query(
                        """
                        update signed_in_session s set ended_at = ?, ended_by = ? from account a
                        where a.id = s.account_id and s.ended_at is null and %s
                        returning s.account_id, a.username
                        """
                                .formatted(which),
                        (row, number) -> new Subject("account", row.getString(1), row.getString(2)),
                        arguments);
        ended.stream()
                .distinct()
                .forEach(account ->
                        events.publishEvent(
                                new Happened(
                                        AuditRecord.done(
                                                "session.end",
                                                by.actor(),
                                                account,
                                                Map.of("by", why.name(), "ended", ended.size())))));
        return ended.size();
    }

    private Timestamp unusedSince() {
        return Timestamp.from(clock.instant().minus(settings.idle()));
    }

    private Timestamp begunAfter() {
        return Timestamp.from(clock.instant().minus(settings.lifetime()));
    }

    private static OpenSession session(ResultSet row) throws SQLException {
        return new OpenSession(
                new SessionId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("username"),
                row.getString("provider"),
                instant(row, "created_at"),
                instant(row, "last_seen_at"),
                new SignInOrigin(row.getString("address"), row.getString("user_agent")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
