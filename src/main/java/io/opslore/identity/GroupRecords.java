package io.opslore.identity;

import io.opslore.audit.Subject;
import io.opslore.identity.ChangeRefused.Reason;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads groups: as many as a page shows, in four queries. */
@Repository
class GroupRecords {

    private static final String MATCHING =
            """
            from user_group g where ? = '' or position(lower(?) in lower(g.name)) > 0
                or position(lower(?) in lower(g.description)) > 0
            """;

    private final JdbcTemplate jdbc;

    GroupRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    int count(String text) {
        Integer count =
                jdbc.queryForObject("select count(*) " + MATCHING, Integer.class, text, text, text);
        return count == null ? 0 : count;
    }

    List<Group> page(String text, int offset, int limit) {
        return groups(
                "select g.id " + MATCHING + " order by lower(g.name) limit ? offset ?",
                text,
                text,
                text,
                limit,
                offset);
    }

    /** Throws {@link ChangeRefused} where there is no such group. */
    Group group(GroupId group) {
        return groups("select g.id from user_group g where g.id = ?", group.value()).stream()
                .findFirst()
                .orElseThrow(() -> new ChangeRefused(Reason.GONE));
    }

    /** How the record names it. Throws {@link ChangeRefused} where there is no such group. */
    Subject subject(GroupId group) {
        return new Subject("group", group.value().toString(), group(group).name());
    }

    private List<Group> groups(String ids, Object... values) {
        UUID[] page = jdbc.queryForList(ids, UUID.class, values).toArray(UUID[]::new);
        Map<UUID, List<RoleName>> roles = roles(page);
        Map<UUID, List<GroupName>> inner = nested("outer_id", "inner_id", page);
        Map<UUID, List<GroupName>> outer = nested("inner_id", "outer_id", page);
        return jdbc.query(
                """
                select g.id, g.name, g.description, (select count(distinct m.account_id)
                    from group_member m where m.group_id = g.id) as members
                from user_group g where g.id = any (?) order by lower(g.name)
                """,
                (row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Group(
                            new GroupName(new GroupId(id), row.getString("name")),
                            row.getString("description"),
                            row.getInt("members"),
                            roles.getOrDefault(id, List.of()),
                            inner.getOrDefault(id, List.of()),
                            outer.getOrDefault(id, List.of()));
                },
                (Object) page);
    }

    private Map<UUID, List<RoleName>> roles(UUID[] groups) {
        Map<UUID, List<RoleName>> roles = new HashMap<>();
        jdbc.query(
                """
                select h.group_id, r.key, r.name, r.built_in
                from group_role h join role r on r.key = h.role
                where h.group_id = any (?) order by r.built_in desc, r.created_at, lower(r.name)
                """,
                (ResultSet row) -> {
                    of(roles, row.getObject(1, UUID.class)).add(RoleRecords.name(row));
                },
                (Object) groups);
        return roles;
    }

    private Map<UUID, List<GroupName>> nested(String from, String to, UUID[] groups) {
        Map<UUID, List<GroupName>> nested = new HashMap<>();
        jdbc.query(
                "select n.%s, g.id, g.name from group_nesting n join user_group g on g.id = n.%s where n.%s = any (?) order by lower(g.name)"
                        .formatted(from, to, from),
                (ResultSet row) -> {
                    of(nested, row.getObject(1, UUID.class))
                            .add(
                                    new GroupName(
                                            new GroupId(row.getObject(2, UUID.class)),
                                            row.getString(3)));
                },
                (Object) groups);
        return nested;
    }

    private static <T> Collection<T> of(Map<UUID, List<T>> lists, UUID group) {
        return lists.computeIfAbsent(group, any -> new ArrayList<>());
    }
}
