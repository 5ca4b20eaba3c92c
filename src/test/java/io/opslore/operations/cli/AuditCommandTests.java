package io.opslore.operations.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Spaces;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingCommand;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingPortalProcess;
import io.opslore.testing.TestingRooms;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditCommandTests {

    @TempDir private Path data;
    private final String database = TestingDatabase.fresh();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void withoutAPortalItProvesTheLogAndNamesWhatWasTamperedWith() throws Exception {
        fourSpacesAreMade();
        var whole = new TestingCommand(database, data, "audit", "verify");
        assertThat(whole.await()).as(whole.output()).isEqualTo(AuditCommand.WHOLE);
        assertThat(whole.output()).contains("The audit log is whole: 4 rows. The last is row 4");

        tamper("update audit_event set subject_name = 'Innocent' where sequence = 2");
        tamper("delete from audit_event where sequence = 3");
        var broken = new TestingCommand(database, data, "audit", "verify");
        assertThat(broken.await()).as(broken.output()).isEqualTo(AuditCommand.BROKEN);
        assertThat(broken.output())
                .containsPattern("row 2, 20\\S+Z, space.create: changed after it was written")
                .contains("rows 3 to 3: missing")
                .contains("not as it was written: 2 faults");
    }

    @Test
    void aRunningPortalAnswersForItself() {
        fourSpacesAreMade();
        Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", database);
        try (var portal = TestingPortalProcess.start(data, environment)) {
            assertThat(portal.url()).isNotBlank();
            assertThat(run("verify")).isEqualTo(AuditCommand.WHOLE);
            assertThat(printed.toString(UTF_8)).contains("The audit log is whole");

            tamper("update audit_event set action = 'nothing.happened' where sequence = 1");
            assertThat(run("verify")).isEqualTo(AuditCommand.BROKEN);
            assertThat(printed.toString(UTF_8)).contains("row 1, ").contains("changed");
        }
    }

    @Test
    void whatIsNotUnderstoodIsNotDone() {
        assertThat(run("repair")).isEqualTo(AuditCommand.FAILED);
        assertThat(printed.toString(UTF_8)).contains("Usage: opslore audit verify");
    }

    private int run(String... arguments) {
        printed.reset();
        var out = new PrintStream(printed, true, UTF_8);
        var portal =
                new PortalOrRooms(
                        data,
                        () -> {
                            throw new AssertionError("A portal runs, and should be asked");
                        });
        return new AuditCommand(portal, out, out).run(List.of(arguments));
    }

    private void fourSpacesAreMade() {
        try (var rooms = new TestingRooms(database, data)) {
            Asker admin = TestingAskers.with(rooms.bean(Accounts.class), Role.ADMIN);
            for (String name : List.of("Mail", "Web", "Database", "Network")) {
                rooms.bean(Spaces.class).create(name, "", admin);
            }
        }
    }

    private void tamper(String sql) {
        var source = new DriverManagerDataSource(database);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        JdbcClient jdbc = JdbcClient.create(source);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
        });
    }
}
