package io.opslore.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes groups, and reads back for the record. */
@Repository
class GroupChanges {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    GroupChanges(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether another group than this one is called so, whatever the case. */
    boolean isTaken(String name, GroupId by) {
        return any("lower(name) = lower(?) and id <> ?", "user_group", name, by.value());
    }

    void insert(GroupId group, GroupText text) {
        jdbc.update(
                "insert into user_group (id, name, description, created_at) values (?, ?, ?, ?)",
                group.value(),
                text.name(),
                text.description(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    void describe(GroupId group, GroupText text) {
        jdbc.update(
                "update user_group set name = ?, description = ? where id = ?",
                text.name(),
                text.description(),
                group.value());
    }

    void delete(GroupId group) {
        jdbc.update("delete from user_group where id = ?", group.value());
    }

    List<String> roles(GroupId group) {
        return jdbc.query(
                "select role from group_role where group_id = ? order by 1",
                (row, number) -> row.getString(1),
                group.value());
    }

    void give(GroupId group, Role role) {
        jdbc.update(
                """
                insert into group_role (group_id, role) select ?, key from role where key = ?
                on conflict do nothing
                """,
                group.value(),
                role.key());
    }

    void take(GroupId group, Role role) {
        jdbc.update(
                "delete from group_role where group_id = ? and role = ?",
                group.value(),
                role.key());
    }

    boolean holdsGroups(GroupId group) {
        return any("outer_id = ?", "group_nesting", group.value());
    }

    boolean isNested(GroupId group) {
        return any("inner_id = ?", "group_nesting", group.value());
    }

    List<String> inner(GroupId outer) {
        return jdbc.query(
                """
                select g.name from group_nesting n join user_group g on g.id = n.inner_id
                where n.outer_id = ? order by 1
                """,
                (row, number) -> row.getString(1),
                outer.value());
    }

    void nest(GroupId inner, GroupId outer) {
        jdbc.update(
                """
                insert into group_nesting (inner_id, outer_id) values (?, ?) on conflict do nothing
                """,
                inner.value(),
                outer.value());
    }

    void unnest(GroupId inner, GroupId outer) {
        jdbc.update(
                "delete from group_nesting where inner_id = ? and outer_id = ?",
                inner.value(),
                outer.value());
    }

    private boolean any(String condition, String table, Object... values) {
        return !jdbc.queryForList(
                        "select 1 from " + table + " where " + condition + " limit 1",
                        Integer.class,
                        values)
                .isEmpty();
    }
}
