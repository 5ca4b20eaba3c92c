package io.opslore.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.testing.TestingDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who may work beside whom on one database. */
class CohabitationTests {

    private static final SharedPart BUCKET = new Part(true, "s3:originals");
    private static final SharedPart OTHER_BUCKET = new Part(true, "s3:elsewhere");
    private static final SharedPart FOLDER = new Part(false, "files");

    @TempDir private Path folder;
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(TestingDatabase.fresh()));
    private final PortalRows rows = new PortalRows(database);
    private final List<Heartbeat> running = new ArrayList<>();

    @AfterEach
    void stopAll() {
        running.forEach(Heartbeat::stop);
    }

    @Test
    void aloneAnythingIsGoodEnough() {
        assertThatCode(() -> start("one", FOLDER)).doesNotThrowAnyException();
    }

    @Test
    void twoThatHaveAllInCommonWorkSideBySide() {
        start("one", BUCKET);
        start("two", BUCKET);

        assertThat(portals("one").others()).containsExactly(self("two").id());
        assertThat(portals("two").others()).containsExactly(self("one").id());
        assertThat(portals("two").heardOf())
                .extracting(Portal::id)
                .first()
                .isEqualTo(self("one").id());
    }

    @Test
    void whatCannotBeSharedDoesNotStartBesideAnother() {
        start("one", FOLDER);

        assertThatThrownBy(() -> start("two", FOLDER))
                .isInstanceOf(CannotShare.class)
                .hasMessageContaining("works on the same database, and this one keeps its")
                .hasMessageContaining("store of original files to itself")
                .extracting(it -> ((CannotShare) it).advice())
                .isEqualTo("Share it.");
        assertThat(portals("one").others()).isEmpty();
    }

    @Test
    void whatIsAnotherOnesDoesNotStartEither() {
        start("one", BUCKET);

        assertThatThrownBy(() -> start("two", OTHER_BUCKET))
                .isInstanceOf(CannotShare.class)
                .hasMessageContaining("this one has another store of original files");
    }

    @Test
    void oneThatHasGoneIsInNobodysWay() {
        start("one", FOLDER).stop();

        assertThatCode(() -> start("two", FOLDER)).doesNotThrowAnyException();
    }

    @Test
    void oneThatWasKilledAMomentAgoSaysNothingMoreAndIsInNobodysWay() {
        rows.enter(self("killed").id(), "a host", "1.0", java.util.Map.of());

        assertThatCode(() -> start("two", FOLDER)).doesNotThrowAnyException();
        assertThat(portals("two").others()).containsExactly(self("killed").id());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> portals("two").others().isEmpty());
    }

    @Test
    void oneThatWasTakenOutGoesBackIn() {
        start("one", BUCKET);
        rows.leave(self("one").id());

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> portals("two").others().contains(self("one").id()));
    }

    @Test
    void aPortalKeepsItsId() {
        assertThat(self("one").id()).isEqualTo(self("one").id()).isNotEqualTo(self("two").id());
    }

    private Heartbeat start(String name, SharedPart part) {
        var cohabitation = new Cohabitation(rows, self(name), settings(name), List.of(part));
        var heartbeat = new Heartbeat(rows, self(name), cohabitation, settings(name));
        heartbeat.start();
        running.add(heartbeat);
        return heartbeat;
    }

    private Portals portals(String name) {
        return new Portals(rows, self(name), settings(name));
    }

    private ThisPortal self(String name) {
        return new ThisPortal(settings(name));
    }

    private ReplicaSettings settings(String name) {
        return new ReplicaSettings(
                folder.resolve(name), Duration.ofMillis(300), Duration.ofSeconds(2));
    }

    private record Part(boolean canBeShared, String mark) implements SharedPart {

        @Override
        public String name() {
            return "store of original files";
        }

        @Override
        public String advice() {
            return "Share it.";
        }
    }
}
