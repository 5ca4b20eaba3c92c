package io.opslore.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way in when there is no other: for whoever owns the data folder. Thread-safe. */
@Service
public class BreakGlass {

    private final Accounts accounts;
    private final LocalSignIn local;
    private final PasswordEncoder passwords;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    BreakGlass(
            Accounts accounts,
            LocalSignIn local,
            PasswordEncoder passwords,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.local = local;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * For the machinery: makes the local account an enabled admin with a new one-time password, or
     * creates it, and switches local sign-in on.
     */
    @Transactional
    public BrokenGlass reset(String username) {
        String name = username.strip();
        if (name.isEmpty() || isOfProvider(name)) {
            return new BrokenGlass.Refused();
        }
        String password = OneTimePassword.random();
        boolean existed = renew(name, password);
        if (!existed) {
            accounts.create(name, password, Set.of(Role.ADMIN));
        }
        boolean wasOn = local.isOnUntilCommit();
        local.set(true);
        events.publishEvent(new AdminReset(name, !existed, !wasOn));
        return new BrokenGlass.Broken(name, password);
    }

    /** Whoever signs in elsewhere by this name must not become an admin by it. */
    private boolean isOfProvider(String username) {
        return !jdbc.queryForList(
                        """
                        select 1 from account a join account_link l on l.account_id = a.id
                        where lower(a.username) = lower(?)
                        """,
                        Integer.class,
                        username)
                .isEmpty();
    }

    private boolean renew(String username, String password) {
        List<UUID> renewed =
                jdbc.query(
                        """
                        update account set password_hash = ?, must_change_password = true,
                            disabled_at = null, failed_attempts = 0, locked_until = null
                        where lower(username) = lower(?) returning id
                        """,
                        (row, number) -> row.getObject(1, UUID.class),
                        passwords.encode(password),
                        username);
        renewed.forEach(this::makeAdmin);
        // The second step may be what is lost.
        renewed.forEach(
                account -> jdbc.update("delete from account_totp where account_id = ?", account));
        return !renewed.isEmpty();
    }

    private void makeAdmin(UUID account) {
        jdbc.update(
                """
                insert into account_role (account_id, role, given_by) values (?, ?, '')
                on conflict do nothing
                """,
                account,
                Role.ADMIN.key());
    }
}
