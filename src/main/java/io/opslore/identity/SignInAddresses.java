package io.opslore.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * From where wrong passwords come, and from where people usually sign in. The empty address stands
 * for none that is known, and is never locked. Thread-safe.
 */
@Component
class SignInAddresses {

    static final int FREE_ATTEMPTS = 50;
    private static final Duration LOCK = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration USUAL_FOR = Duration.ofDays(30);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SignInAddresses(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where the attempt came from. */
    static String of(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
    }

    boolean isLocked(String address) {
        return exists(
                """
                select 1 from sign_in_address
                where address = ? and locked_until > ? and locked_until <= ?
                """,
                address,
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant().plus(LOCK)));
    }

    /** Whether the person was signed in from there lately. */
    boolean isUsual(AccountId account, String address) {
        return exists(
                """
                select 1 from signed_in_session
                where account_id = ? and address = ? and complete and last_seen_at > ? limit 1
                """,
                account.value(),
                address,
                before(USUAL_FOR));
    }

    void failed(String address) {
        if (address.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into sign_in_address as known (address, failures, last_at) values (?, 1, ?)
                on conflict (address) do update set
                    failures = case when known.last_at < ? then 1 else known.failures + 1 end,
                    last_at = excluded.last_at
                """,
                address,
                Timestamp.from(clock.instant()),
                before(FORGOTTEN_AFTER));
        jdbc.update(
                "update sign_in_address set locked_until = ? where address = ? and failures > ?",
                Timestamp.from(clock.instant().plus(LOCK)),
                address,
                FREE_ATTEMPTS);
    }

    private boolean exists(String sql, Object... arguments) {
        return !jdbc.queryForList(sql, Integer.class, arguments).isEmpty();
    }

    private Timestamp before(Duration duration) {
        return Timestamp.from(clock.instant().minus(duration));
    }
}
