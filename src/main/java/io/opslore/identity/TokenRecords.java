package io.opslore.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tokens that nobody revoked, of accounts enabled and disabled. */
@Component
class TokenRecords {

    private static final String TOKENS =
            " from access_token t join account a on a.id = t.account_id where t.revoked_at is null ";
    private static final String MATCHING =
            TOKENS + " and (t.name ilike ? or a.username ilike ? or a.display_name ilike ?)";

    private final JdbcTemplate jdbc;

    TokenRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A token with what proves it. */
    record Stored(AccessToken token, byte[] hash, boolean isOfDisabled) {}

    void add(AccessToken token, byte[] hash) {
        jdbc.update(
                """
                insert into access_token
                    (id, account_id, name, secret_hash, permissions, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                token.id(),
                token.account().value(),
                token.name(),
                hash,
                token.permissions().stream().map(Permission::key).sorted().toArray(String[]::new),
                Timestamp.from(token.created()),
                Timestamp.from(token.expires()));
    }

    Optional<Stored> find(String id) {
        return jdbc
                .query(
                        "select t.*, a.username, a.disabled_at" + TOKENS + "and t.id = ?",
                        (row, number) ->
                                new Stored(
                                        token(row),
                                        row.getBytes("secret_hash"),
                                        row.getTimestamp("disabled_at") != null),
                        id)
                .stream()
                .findFirst();
    }

    List<AccessToken> of(AccountId account) {
        return jdbc.query(
                "select t.*, a.username" + TOKENS + "and a.id = ? order by t.created_at desc",
                (row, number) -> token(row),
                account.value());
    }

    List<AccessToken> matching(String filter, Slice<TokenOrder> slice) {
        String like = Slice.like(filter);
        return jdbc.query(
                "select t.*, a.username"
                        + MATCHING
                        + " order by "
                        + slice.order().sql(slice.descending())
                        + " offset ? limit ?",
                (row, number) -> token(row),
                like,
                like,
                like,
                slice.offset(),
                slice.limit());
    }

    int count(String filter) {
        String like = Slice.like(filter);
        Integer count =
                jdbc.queryForObject("select count(*)" + MATCHING, Integer.class, like, like, like);
        return count == null ? 0 : count;
    }

    void used(String id, String address, Instant now) {
        jdbc.update(
                "update access_token set last_used_at = ?, last_address = ? where id = ?",
                Timestamp.from(now),
                address,
                id);
    }

    boolean revoke(String id, Instant now) {
        return jdbc.update(
                        "update access_token set revoked_at = ? where id = ? and revoked_at is null",
                        Timestamp.from(now),
                        id)
                > 0;
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getString("id"),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                permissions(row.getArray("permissions")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                row.getString("last_address"));
    }

    private static Set<Permission> permissions(Array keys) throws SQLException {
        Stream<String> known = Arrays.stream((String[]) keys.getArray());
        return known.flatMap(key -> Permission.of(key).stream()).collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
