package io.opslore.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The secrets of second steps, sealed, and the digests of recovery codes. */
@Component
class SecondStepRecords {

    private final JdbcTemplate jdbc;
    private final Secrets secrets;

    SecondStepRecords(JdbcTemplate jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** A secret in the clear, for as long as a code is checked. */
    record Stored(String secret, long lastStep) {

        @Override
        public String toString() {
            return "Stored[]";
        }
    }

    boolean isOn(AccountId account) {
        return !jdbc.queryForList(
                        "select 1 from account_totp where account_id = ? and confirmed_at is not null",
                        Integer.class,
                        account.value())
                .isEmpty();
    }

    /** In place of one that was not confirmed. */
    void begin(AccountId account, String secret) {
        jdbc.update(
                """
                insert into account_totp (account_id, secret) values (?, ?)
                on conflict (account_id) do update set secret = excluded.secret
                where account_totp.confirmed_at is null
                """,
                account.value(),
                Base64.getEncoder().encodeToString(secrets.seal(secret, purpose(account))));
    }

    Optional<Stored> find(AccountId account, boolean confirmed) {
        return jdbc
                .query(
                        """
                        select secret, last_step from account_totp
                        where account_id = ? and (confirmed_at is not null) = ?
                        """,
                        (row, number) ->
                                new Stored(
                                        secrets.open(
                                                Base64.getDecoder().decode(row.getString(1)),
                                                purpose(account)),
                                        row.getLong(2)),
                        account.value(),
                        confirmed)
                .stream()
                .findFirst();
    }

    /** Whether nobody used the step, or a later one, meanwhile. */
    boolean use(AccountId account, long step) {
        return jdbc.update(
                        "update account_totp set last_step = ? where account_id = ? and last_step < ?",
                        step,
                        account.value(),
                        step)
                > 0;
    }

    void confirm(AccountId account, List<String> recoveryCodes, Instant now) {
        jdbc.update(
                "update account_totp set confirmed_at = ? where account_id = ?",
                Timestamp.from(now),
                account.value());
        recoveryCodes.forEach(code ->
                jdbc.update(
                        "insert into recovery_code (account_id, code_hash) values (?, ?)",
                        account.value(),
                        RecoveryCodes.hash(code)));
    }

    /** Whether there was such a code that was not used yet. */
    boolean useRecoveryCode(AccountId account, String code, Instant now) {
        return jdbc.update(
                        """
                        update recovery_code set used_at = ?
                        where account_id = ? and code_hash = ? and used_at is null
                        """,
                        Timestamp.from(now),
                        account.value(),
                        RecoveryCodes.hash(code))
                > 0;
    }

    int recoveryCodesLeft(AccountId account) {
        Integer left =
                jdbc.queryForObject(
                        "select count(*) from recovery_code where account_id = ? and used_at is null",
                        Integer.class,
                        account.value());
        return left == null ? 0 : left;
    }

    boolean remove(AccountId account) {
        return jdbc.update("delete from account_totp where account_id = ?", account.value()) > 0;
    }

    private static String purpose(AccountId account) {
        return "totp " + account.value();
    }
}
