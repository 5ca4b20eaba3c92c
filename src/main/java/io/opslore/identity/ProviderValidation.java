package io.opslore.identity;

import io.opslore.identity.ProviderSaved.Field;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says what is wrong with a provider before it is kept. Thread-safe. */
@Component
class ProviderValidation {

    private static final int LONGEST = 500;
    private static final int MOST_RULES = 200;

    private final ProviderDiscovery discovery;
    private final JdbcTemplate jdbc;

    ProviderValidation(ProviderDiscovery discovery, JdbcTemplate jdbc) {
        this.discovery = discovery;
        this.jdbc = jdbc;
    }

    Set<Field> faults(Provider provider) {
        Set<Field> faults = EnumSet.noneOf(Field.class);
        check(isText(provider.name()) && provider.name().length() <= 60, Field.NAME, faults);
        check(isIssuer(provider.issuer()), Field.ISSUER, faults);
        check(isText(provider.clientId()), Field.CLIENT_ID, faults);
        check(areScopes(provider), Field.SCOPES, faults);
        check(isText(provider.claims().username()), Field.USERNAME_CLAIM, faults);
        check(
                provider.rules().size() <= MOST_RULES
                        && provider.rules().stream().allMatch(this::isRule),
                Field.RULES,
                faults);
        return faults;
    }

    private static void check(boolean isRight, Field field, Set<Field> faults) {
        if (!isRight) {
            faults.add(field);
        }
    }

    private boolean isIssuer(String issuer) {
        return isText(issuer)
                && discovery.isSafe(issuer)
                && !issuer.contains("?")
                && !issuer.contains("#")
                && !issuer.contains("@");
    }

    /** Without {@code openid} a provider tells nobody who somebody is. */
    private static boolean areScopes(Provider provider) {
        return provider.scopes().contains("openid")
                && provider.scopes().stream()
                        .allMatch(scope -> scope.matches("[!#-\\[\\]-~]{1,100}"));
    }

    private boolean isRule(ClaimRule rule) {
        return isText(rule.claim()) && isText(rule.wanted()) && exists(rule.gives());
    }

    private boolean exists(Grantee gift) {
        return switch (gift) {
            case Grantee.Holders(Role role) ->
                    isThere("select 1 from role where key = ?", role.key());
            case Grantee.Members(GroupId group) ->
                    isThere("select 1 from user_group where id = ?", group.value());
            case Grantee.Person person -> false;
        };
    }

    private boolean isThere(String sql, Object key) {
        return !jdbc.queryForList(sql, Integer.class, key).isEmpty();
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }
}
