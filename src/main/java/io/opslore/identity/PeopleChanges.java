package io.opslore.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writes what admins change about accounts, and reads it back for the record. What a provider gave
 * is the provider's to take.
 */
@Repository
class PeopleChanges {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PeopleChanges(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isTaken(String username) {
        return !jdbc.queryForList(
                        "select 1 from account where lower(username) = lower(?)",
                        Integer.class,
                        username)
                .isEmpty();
    }

    Profile profile(AccountId account) {
        return jdbc.queryForObject(
                "select display_name, email from account where id = ?",
                (row, number) -> new Profile(row.getString(1), row.getString(2)),
                account.value());
    }

    void setProfile(AccountId account, Profile profile) {
        jdbc.update(
                "update account set display_name = ?, email = ? where id = ?",
                profile.displayName(),
                profile.email(),
                account.value());
    }

    List<String> roles(AccountId account) {
        return jdbc.query(
                "select role from account_role where account_id = ? and given_by = '' order by 1",
                (row, number) -> row.getString(1),
                account.value());
    }

    void give(AccountId account, Role role) {
        jdbc.update(
                """
                insert into account_role (account_id, role) select ?, key from role where key = ?
                on conflict do nothing
                """,
                account.value(),
                role.key());
    }

    void take(AccountId account, Role role) {
        jdbc.update(
                "delete from account_role where account_id = ? and role = ? and given_by = ''",
                account.value(),
                role.key());
    }

    List<String> groups(AccountId account) {
        return jdbc.query(
                """
                select g.name from group_member m join user_group g on g.id = m.group_id
                where m.account_id = ? and m.given_by = '' order by 1
                """,
                (row, number) -> row.getString(1),
                account.value());
    }

    void join(AccountId account, GroupId group) {
        jdbc.update(
                """
                insert into group_member (account_id, group_id)
                select ?, id from user_group where id = ? on conflict do nothing
                """,
                account.value(),
                group.value());
    }

    void leave(AccountId account, GroupId group) {
        jdbc.update(
                "delete from group_member where account_id = ? and group_id = ? and given_by = ''",
                account.value(),
                group.value());
    }

    boolean isDisabled(AccountId account) {
        return is("disabled_at is not null", account);
    }

    void setDisabled(AccountId account, boolean disabled) {
        jdbc.update(
                "update account set disabled_at = ? where id = ?",
                disabled ? now() : null,
                account.value());
    }

    boolean isLocked(AccountId account) {
        return is(
                "locked_until > ? and locked_until <= ?",
                account,
                now(),
                now().plus(SignInThrottle.LONGEST_LOCK));
    }

    void unlock(AccountId account) {
        jdbc.update(
                "update account set failed_attempts = 0, locked_until = null where id = ?",
                account.value());
    }

    boolean hasPassword(AccountId account) {
        return is("password_hash is not null", account);
    }

    void setOneTimePassword(AccountId account, String hash) {
        jdbc.update(
                "update account set password_hash = ?, must_change_password = true where id = ?",
                hash,
                account.value());
    }

    /** Whoever knew the old password is signed in nowhere any more. */
    void endSignIns(AccountId account) {
        jdbc.update(
                """
                update signed_in_session set ended_at = now(), ended_by = ?
                where account_id = ? and ended_at is null
                """,
                SessionEnd.ADMIN.name(),
                account.value());
    }

    private boolean is(String condition, AccountId account, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = account.value();
        System.arraycopy(values, 0, all, 1, values.length);
        return !jdbc.queryForList(
                        "select 1 from account where id = ? and " + condition, Integer.class, all)
                .isEmpty();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
