package io.opslore.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Provenance;
import io.opslore.sources.SyncRows.Run;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Syncs whose portal dies, and portals that want the same one. */
class InterruptedSyncTests extends PortalTest {

    private static final MeterRegistry METERS = new SimpleMeterRegistry();

    @Autowired private BeanFactory portal;
    @Autowired private Accounts accounts;
    @Autowired private Sources sources;
    @Autowired private SourceRows rows;
    @Autowired private SyncStates states;
    @Autowired private Lookout lookout;
    @Autowired private Doing.Rooms rooms;
    @Autowired private JdbcClient jdbc;

    private TestingSource source;

    @BeforeEach
    void twentyFiles() {
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        source = new TestingSource(portal, admin);
        IntStream.range(0, 20)
                .forEach(number ->
                        source.work.write("f%02d.md".formatted(number), "# F" + number + "\n"));
        source.push("Anna", "Twenty");
        // Nobody begins it but the test.
        sources.add(source.edit(TestingSource.everything(), false), admin);
    }

    @Test
    void isGoneOnWithWhereItWasKilledWithoutLossOrDouble() {
        Run killed = held();
        var dying = new Sync(rows, states, any -> new Dying(lookout.take(any), 30), rooms, METERS);

        assertThatThrownBy(() -> dying.run(killed)).isInstanceOf(Killed.class);

        int before = source.paths().size();
        assertThat(before).isBetween(1, 19);
        assertThat(known()).isEqualTo(before);
        assertThat(source.state().done()).isEqualTo(before);
        assertThat(source.state().running()).isTrue();

        // Its time passes, and the portal finds it due although nobody has asked for it.
        jdbc.sql(
                        """
                        update source_sync set held_until = now() - interval '1 second',
                            wanted_at = null where source = ?
                        """)
                .param(source.id.value())
                .update();
        jdbc.sql("update source set enabled = true where id = ?").param(source.id.value()).update();
        source.awaitRuns(1);

        assertThat(source.paths()).hasSize(20);
        assertThat(known()).isEqualTo(20);
        assertThat(revisions()).isEqualTo(20);
        assertThat(source.state().last()).extracting(SyncResult::added).isEqualTo(20 - before);
    }

    @Test
    void isGoneOnWithWhereItWasKilledBeforeTheClockWasSetBack() {
        held();
        jdbc.sql("update source_sync set held_until = now() + interval '1 hour' where source = ?")
                .param(source.id.value())
                .update();
        jdbc.sql("update source set enabled = true where id = ?").param(source.id.value()).update();

        source.awaitRuns(1);

        assertThat(source.paths()).hasSize(20);
        assertThat(source.state().running()).isFalse();
    }

    @Test
    void aRunThatLostItsSourceChangesNothingAnyMore() {
        Run overtaken = held();
        Run other = held();

        new Sync(rows, states, lookout, rooms, METERS).run(overtaken);
        assertThat(source.paths()).isEmpty();
        assertThat(source.state().running()).isTrue();

        new Sync(rows, states, lookout, rooms, METERS).run(other);
        assertThat(source.paths()).hasSize(20);
        assertThat(source.state().running()).isFalse();
        assertThat(source.state().fault()).isNull();
    }

    @Test
    void oneThatIsOvertakenInTheMiddleLeavesTheStepAtHandUndone() {
        Run overtaken = held();
        var slow =
                new Sync(
                        rows,
                        states,
                        any ->
                                new Dying(lookout.take(any), Integer.MAX_VALUE) {
                                    @Override
                                    public byte[] bytes(File file) {
                                        if (file.path().equals("f10.md")
                                                && source.paths().size() == 10) {
                                            held();
                                        }
                                        return super.bytes(file);
                                    }
                                },
                        rooms,
                        METERS);

        slow.run(overtaken);

        assertThat(source.paths()).hasSize(10);
        assertThat(known()).isEqualTo(10);
        assertThat(revisions()).isEqualTo(10);
    }

    /** Another run has the source from now on. */
    private Run held() {
        var run = new Run(source.id, UUID.randomUUID());
        jdbc.sql(
                        """
                        update source_sync set run = ?, wanted_at = null,
                            held_until = now() + interval '1 minute' where source = ?
                        """)
                .params(run.id(), source.id.value())
                .update();
        return run;
    }

    private int known() {
        return count("select count(*) from source_file where source = ?", source.id.value());
    }

    private int revisions() {
        return count(
                """
                select count(*) from revision r join document d on d.id = r.document_id
                where d.space_id = ?
                """,
                source.space.value());
    }

    private int count(String sql, Object of) {
        return jdbc.sql(sql).param(of).query(Integer.class).single();
    }

    /** As if the portal were killed: nothing is tidied up. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** Reads so often, and no more. */
    private static class Dying implements Snapshot {

        private final Snapshot real;
        private int left;

        Dying(Snapshot real, int reads) {
            this.real = real;
            this.left = reads;
        }

        @Override
        public String version() {
            return real.version();
        }

        @Override
        public List<File> files() {
            return real.files();
        }

        @Override
        public byte[] bytes(File file) {
            if (left-- == 0) {
                throw new Killed();
            }
            return real.bytes(file);
        }

        @Override
        public Map<String, Provenance> changed(Collection<String> paths) {
            return real.changed(paths);
        }

        @Override
        public Map<String, String> renamed(String since) {
            return real.renamed(since);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
