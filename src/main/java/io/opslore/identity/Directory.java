package io.opslore.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people, groups and roles are called, for those who choose among them. Says nothing of who is
 * in what. Thread-safe.
 */
@Service
@Transactional(readOnly = true)
public class Directory {

    private static final String ALL =
            """
            select * from (
                select 'ACCOUNT' as kind, id::text as key,
                    coalesce(nullif(display_name, ''), username) as name, username as detail,
                    disabled_at is null as active
                from account
                union all select 'GROUP', id::text, name, description, true from user_group
                union all select 'ROLE', key, name, description, true from role) grantee
            """;
    private static final RowMapper<Named> NAMED =
            (row, number) ->
                    new Named(
                            Grantee.of(row.getString("kind"), row.getString("key")),
                            row.getString("name"),
                            row.getString("detail"));

    private final JdbcClient jdbc;
    private final Authority authority;

    Directory(JdbcTemplate jdbc, Authority authority) {
        this.jdbc = JdbcClient.create(jdbc);
        this.authority = authority;
    }

    /** What can be chosen. */
    public enum Kind {
        PERSON("ACCOUNT"),
        GROUP("GROUP"),
        ROLE("ROLE");

        private final String stored;

        Kind(String stored) {
            this.stored = stored;
        }
    }

    /**
     * One that can be chosen.
     *
     * @param detail a person's username, a group's or role's description
     */
    public record Named(Grantee grantee, String name, String detail) {}

    /**
     * For everyone whose account is in use: those whose name or username holds the text, by name.
     * Disabled accounts are left out.
     */
    public List<Named> search(
            String containing, Set<Kind> kinds, int offset, int limit, Asker asker) {
        if (kinds.isEmpty() || authority.of(asker).isNobody()) {
            return List.of();
        }
        return jdbc.sql(
                        ALL
                                + """
                                where active and kind in (:kinds)
                                    and (lower(name) like :wanted escape '!'
                                        or lower(case kind when 'ACCOUNT' then detail else '' end)
                                            like :wanted escape '!')
                                order by lower(name), kind, key offset :offset limit :limit
                                """)
                .param("kinds", EnumSet.copyOf(kinds).stream().map(kind -> kind.stored).toList())
                .param("wanted", pattern(containing))
                .param("offset", offset)
                .param("limit", limit)
                .query(NAMED)
                .list();
    }

    /** For everyone whose account is in use; without those that do not exist any more. */
    public Map<Grantee, Named> named(Collection<Grantee> grantees, Asker asker) {
        return grantees.isEmpty() || authority.of(asker).isNobody() ? Map.of() : named(grantees);
    }

    private Map<Grantee, Named> named(Collection<Grantee> grantees) {
        List<Object[]> wanted = new ArrayList<>();
        grantees.forEach(grantee -> wanted.add(new Object[] {grantee.kind(), grantee.key()}));
        Map<Grantee, Named> named = new HashMap<>();
        jdbc.sql(ALL + "where (kind, key) in (:wanted)")
                .param("wanted", wanted)
                .query(NAMED)
                .list()
                .forEach(one -> named.put(one.grantee(), one));
        return named;
    }

    private static String pattern(String containing) {
        return "%" + containing.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
