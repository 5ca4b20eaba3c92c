package io.opslore.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of providers and their rules. Thread-safe. */
@Component
class ProviderRecords {

    private final JdbcTemplate jdbc;
    private final Secrets secrets;

    ProviderRecords(JdbcTemplate jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** In the order in which they are offered. */
    List<Provider> all() {
        return jdbc.query("select * from sign_in_provider order by place, key", this::provider);
    }

    Optional<Provider> find(ProviderId id) {
        return jdbc
                .query("select * from sign_in_provider where key = ?", this::provider, id.value())
                .stream()
                .findFirst();
    }

    /** Counts its changes; -1 if there is none or it is off. */
    long enabledVersion(ProviderId id) {
        return jdbc
                .queryForList(
                        "select version from sign_in_provider where key = ? and enabled",
                        Long.class,
                        id.value())
                .stream()
                .findFirst()
                .orElse(-1L);
    }

    /** Of a provider that has one. */
    String secret(ProviderId id) {
        byte[] sealed =
                jdbc.queryForObject(
                        "select client_secret from sign_in_provider where key = ?",
                        byte[].class,
                        id.value());
        return secrets.open(sealed == null ? new byte[0] : sealed, purpose(id));
    }

    void add(Provider provider) {
        jdbc.update(
                """
                insert into sign_in_provider (key, name, issuer, client_id, scopes, username_claim,
                    email_claim, name_claim, creates_accounts, enabled, place, created_at, version)
                values (?, '', '', '', '', '', '', '', false, false,
                    (select coalesce(max(place), 0) + 1 from sign_in_provider), now(), 0)
                """,
                provider.id().value());
        change(provider);
    }

    void change(Provider provider) {
        jdbc.update(
                """
                update sign_in_provider set name = ?, issuer = ?, client_id = ?, scopes = ?,
                    username_claim = ?, email_claim = ?, name_claim = ?, creates_accounts = ?,
                    enabled = ?, version = version + 1
                where key = ?
                """,
                provider.name(),
                provider.issuer(),
                provider.clientId(),
                String.join(" ", provider.scopes()),
                provider.claims().username(),
                provider.claims().email(),
                provider.claims().name(),
                provider.createsAccounts(),
                provider.enabled(),
                provider.id().value());
        replaceRules(provider);
    }

    /**
     * @param secret null for a client without one
     */
    void setSecret(ProviderId id, @Nullable String secret) {
        jdbc.update(
                "update sign_in_provider set client_secret = ?, version = version + 1 where key = ?",
                secret == null ? null : secrets.seal(secret, purpose(id)),
                id.value());
    }

    /** Changes places with the one before it in the order, if there is one. */
    void moveUp(ProviderId id) {
        List<ProviderId> order = new ArrayList<>(all().stream().map(Provider::id).toList());
        int place = order.indexOf(id);
        if (place > 0) {
            Collections.swap(order, place, place - 1);
        }
        for (int at = 0; at < order.size(); at++) {
            jdbc.update(
                    "update sign_in_provider set place = ? where key = ?",
                    at,
                    order.get(at).value());
        }
    }

    void remove(ProviderId id) {
        jdbc.update("delete from sign_in_provider where key = ?", id.value());
    }

    private void replaceRules(Provider provider) {
        jdbc.update("delete from sign_in_rule where provider = ?", provider.id().value());
        int place = 0;
        for (ClaimRule rule : provider.rules()) {
            jdbc.update(
                    """
                    insert into sign_in_rule (provider, place, claim, wanted, role, group_id)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    provider.id().value(),
                    place++,
                    rule.claim(),
                    rule.wanted(),
                    rule.gives() instanceof Grantee.Holders(Role role) ? role.key() : null,
                    rule.gives() instanceof Grantee.Members(GroupId group) ? group.value() : null);
        }
    }

    private List<ClaimRule> rules(String provider) {
        return jdbc.query(
                "select claim, wanted, role, group_id from sign_in_rule where provider = ? order by place",
                (row, number) -> new ClaimRule(row.getString(1), row.getString(2), gives(row)),
                provider);
    }

    private static Grantee gives(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return role == null
                ? new Grantee.Members(new GroupId(row.getObject("group_id", UUID.class)))
                : new Grantee.Holders(new Role(role));
    }

    private Provider provider(ResultSet row, int number) throws SQLException {
        String key = row.getString("key");
        return new Provider(
                new ProviderId(key),
                row.getString("name"),
                row.getString("issuer"),
                row.getString("client_id"),
                row.getBytes("client_secret") != null,
                Arrays.stream(row.getString("scopes").split(" ")).toList(),
                new ProviderClaims(
                        row.getString("username_claim"),
                        row.getString("email_claim"),
                        row.getString("name_claim")),
                rules(key),
                row.getBoolean("creates_accounts"),
                row.getBoolean("enabled"));
    }

    private static String purpose(ProviderId id) {
        return "sign-in provider " + id.value();
    }
}
