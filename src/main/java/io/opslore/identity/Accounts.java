package io.opslore.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Local accounts and what their owners set for themselves. Thread-safe. */
@Service
@Transactional(readOnly = true)
public class Accounts {

    /** The fewest characters of a password that somebody chooses. */
    public static final int SHORTEST_PASSWORD = 12;

    private final AccountRecords accounts;
    private final PasswordEncoder passwords;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Accounts(AccountRecords accounts, PasswordEncoder passwords, JdbcTemplate jdbc, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For the machinery: whether anybody could sign in. */
    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** For the machinery: the oldest admin, on whose behalf the command line acts. */
    public Optional<Asker> firstAdmin() {
        return accounts.firstWith(Role.ADMIN.key()).map(AccountEntity::toAsker);
    }

    /** For the machinery: creates an account whose password must be changed at first sign-in. */
    @Transactional
    public Asker create(String username, String oneTimePassword, Set<Role> roles) {
        var account = new AccountEntity();
        account.id = UUID.randomUUID();
        account.username = username;
        account.passwordHash = passwords.encode(oneTimePassword);
        account.mustChangePassword = true;
        account.createdAt = clock.instant();
        Asker created = accounts.saveAndFlush(account).toAsker();
        roles.forEach(role ->
                jdbc.update(
                        "insert into account_role (account_id, role) values (?, ?)",
                        account.id,
                        role.key()));
        return created;
    }

    /**
     * For the machinery: a new one-time password for an account that never changed its last.
     *
     * @return whether there is such an account
     */
    @Transactional
    public boolean replaceOneTimePassword(String username, String oneTimePassword) {
        Optional<AccountEntity> waiting =
                accounts.findByUsernameIgnoreCase(username)
                        .filter(account -> account.mustChangePassword);
        waiting.ifPresent(account -> account.passwordHash = passwords.encode(oneTimePassword));
        return waiting.isPresent();
    }

    /** For the account's owner: how the portal looks to them. */
    public Preferences preferences(Asker asker) {
        AccountEntity account = accounts.findById(asker.id().value()).orElseThrow();
        return new Preferences(account.language, account.colorScheme);
    }

    /** For the account's owner. */
    @Transactional
    public void setPreferences(Preferences preferences, Asker asker) {
        AccountEntity account = accounts.findById(asker.id().value()).orElseThrow();
        account.language = preferences.language();
        account.colorScheme = preferences.colorScheme();
    }
}
