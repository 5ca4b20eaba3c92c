package io.opslore.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * For rooms without the identity room beneath them: people that are no accounts, with roles that
 * permit what the database says. Brings the guard of the services along.
 */
@Import({PermissionGuard.class, Directory.class})
public class TestingAuthority implements Authority {

    private static final Map<AccountId, Set<Role>> ROLES = new ConcurrentHashMap<>();

    private final JdbcTemplate jdbc;

    public TestingAuthority(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Under a key of its own. */
    @Bean
    KeyedHashes keyedHashes() {
        return TestingHashes.hashes();
    }

    /** Somebody new with these roles. */
    public static Asker asker(String username, Role... roles) {
        return asker(new AccountId(UUID.randomUUID()), username, roles);
    }

    /** The account with these roles from now on. */
    public static Asker asker(AccountId id, String username, Role... roles) {
        ROLES.put(id, Set.of(roles));
        return new Asker(id, username);
    }

    @Override
    public Rights of(AccountId account) {
        return new Rights(
                account,
                List.of(),
                ROLES.getOrDefault(account, Set.of()).stream()
                        .map(role -> new Holding(role, null))
                        .toList(),
                permitted(),
                Reach.SESSION);
    }

    private Map<Role, Set<Permission>> permitted() {
        return jdbc
                .query(
                        "select role, permission from role_permission",
                        (row, number) ->
                                Map.entry(
                                        new Role(row.getString(1)),
                                        Permission.of(row.getString(2)).orElseThrow()))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }
}
