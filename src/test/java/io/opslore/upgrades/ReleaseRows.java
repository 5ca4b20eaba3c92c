package io.opslore.upgrades;

import io.opslore.assistant.Assistant;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.Intake;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingRooms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Writes what {@link FormerRelease} reads, by this version's own portal: to be run by hand when a
 * version is released, with the file to write as its argument.
 */
final class ReleaseRows {

    private static final String RESTART =
            """
            # Restart the order service

            Drain the node before you restart the order service.
            Then run `systemctl restart orders` and wait for the health check to turn green.
            If it stays red for %s, call the shop team.
            """;

    private final String database = TestingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(database));

    private ReleaseRows() {}

    public static void main(String[] arguments) throws Exception {
        var rows = new ReleaseRows();
        try (var portal = new TestingRooms(rows.database, Files.createTempDirectory("release"))) {
            rows.fill(portal);
        }
        rows.write(Path.of(arguments[0]));
        System.exit(0);
    }

    private void fill(TestingRooms portal) throws IOException {
        Accounts accounts = portal.bean(Accounts.class);
        Asker anna = accounts.create("anna", "one-time-password", Set.of(Role.ADMIN));
        accounts.create("rita", "one-time-password", Set.of(Role.READER));
        Space space = portal.bean(Spaces.class).create("Orders", "Runbooks", anna);
        Intake intake = portal.bean(Intake.class);
        put(
                intake,
                space,
                "adr/0001-queue.md",
                "---\nowner: shop-team\nreview: 2026-01-31\n---\n"
                        + "# 1. Use one queue\n\nStatus: accepted\n\nAll orders go through one queue.\n",
                anna);
        put(intake, space, "deploy/orders.yaml", "kind: Deployment\nspec:\n  replicas: 3\n", anna);
        put(
                intake,
                space,
                "runbooks/откат.md",
                "# Откат выпуска\n\n" + "Откат выпуска делает дежурный командой rollback.\n",
                anna);
        for (String patience : List.of("five minutes", "ten minutes")) {
            put(intake, space, "runbooks/restart.md", RESTART.formatted(patience), anna);
            awaitNone("document where current_revision_id is distinct from newest_revision_id");
        }
        for (String question : List.of("How do I restart the order service?", "Откат выпуска?")) {
            portal.bean(Assistant.class).ask(question, null, anna);
            awaitNone("answer where outcome in ('SEARCHING', 'STREAMING')");
        }
        // One of the citations is of a revision that was replaced.
        put(intake, space, "runbooks/restart.md", RESTART.formatted("an hour"), anna);
        awaitNone("document where current_revision_id is distinct from newest_revision_id");
        awaitNone(
                "document d join ingest_state s on s.revision_id = d.newest_revision_id where s.state <> 'READY'");
    }

    private void awaitNone(String rows) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        Integer.valueOf(0)
                                .equals(
                                        jdbc.queryForObject(
                                                "select count(*) from " + rows, Integer.class)));
    }

    private static void put(Intake intake, Space space, String path, String text, Asker asker)
            throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        intake.accept(space.id(), path, bytes, asker);
    }

    private void write(Path file) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables()) {
                var rows = new ByteArrayOutputStream();
                if (copy.copyOut("copy " + table + " to stdout", rows) > 0) {
                    out.write(("-- " + table + "\n").getBytes(StandardCharsets.UTF_8));
                    rows.writeTo(out);
                }
            }
        }
    }

    /** Each with its columns. */
    private List<String> tables() {
        return jdbc.queryForList(
                """
                select format('%I (%s)', table_name,
                    string_agg(format('%I', column_name), ', ' order by ordinal_position))
                from information_schema.columns
                where table_schema = 'public' and is_generated = 'NEVER'
                    and table_name <> 'flyway_schema_history'
                    and table_name not in (select viewname from pg_views)
                group by table_name order by table_name
                """,
                String.class);
    }
}
