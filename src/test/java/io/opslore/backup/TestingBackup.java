package io.opslore.backup;

import io.opslore.backup.restore.RestoreOrder;
import io.opslore.library.Maintenance;
import io.opslore.testing.TestingRooms;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of backups do again and again. */
final class TestingBackup {

    private static final String TABLES =
            """
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                and c.relpersistence = 'p'
                and c.relname not in ('flyway_schema_history', 'portal', 'restore_mark')
            """;

    private TestingBackup() {}

    /** The rooms in maintenance, after a restore. */
    static TestingRooms restored(
            String database, Path data, Path backup, @Nullable String password, boolean replace) {
        return restored(database, data, backup.toString(), password, replace);
    }

    static TestingRooms restored(
            String database, Path data, String backup, @Nullable String password, boolean replace) {
        var order = new RestoreOrder(backup, password, replace, Progress.NONE);
        return new TestingRooms(
                database,
                data,
                List.of(),
                context -> context.registerBean(RestoreOrder.class, () -> order),
                Maintenance.PROFILE);
    }

    /** The rooms in maintenance, with settings of their own. */
    static TestingRooms rooms(String database, Path data, Map<String, Object> settings) {
        return new TestingRooms(
                database,
                data,
                List.of(),
                context ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("backups", settings)),
                Maintenance.PROFILE);
    }

    /** What is not the same in both. */
    static Set<String> differing(Map<String, String> one, Map<String, String> other) {
        Set<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        all.removeIf(key -> Objects.equals(one.get(key), other.get(key)));
        return all;
    }

    /** Of every table that a backup keeps, a hash over all of its rows. */
    static Map<String, String> hashes(JdbcClient jdbc) {
        Map<String, String> hashes = new TreeMap<>();
        for (String table : jdbc.sql(TABLES).query(String.class).list()) {
            String sql =
                    "select count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) from \"%s\" t";
            hashes.put(table, jdbc.sql(sql.formatted(table)).query(String.class).single());
        }
        return hashes;
    }
}
