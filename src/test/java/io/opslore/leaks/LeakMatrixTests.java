package io.opslore.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.testing.LeakSwitches;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whether anybody sees what they may not, or is refused what they may, on any path. */
class LeakMatrixTests extends PortalTest {

    private static final long SEED = 4_2026;

    @Autowired ApplicationContext portal;
    @Autowired Accounts accounts;

    @Test
    void nobodySeesMoreOrLessThanTheyMayAndEachCheckIsMissedWhenItIsGone() {
        World world = new World(SEED, portal, TestingAskers.with(accounts, Role.ADMIN));
        world.make();
        var probes = new Probes(world, portal);
        var conversations = new ConversationProbes(world, probes, portal);
        conversations.begin(List.copyOf(world.texts.keySet()).subList(30, 36));
        var tally = new Tally();
        each(world, person -> probes.why(person, tally));
        all(world, probes, conversations, tally);
        world.revoke();
        all(world, probes, conversations, tally);
        faultyIndex(world, probes, tally);
        System.out.println(tally.summary());
        assertThat(tally.leaks()).as(tally.details()).isZero();
        assertThat(tally.refusals()).as(tally.details()).isZero();
        assertThat(tally.probes()).isGreaterThanOrEqualTo(10_000);
        theMatrixNoticesAnIndexWithoutFilter(world, probes);
        theMatrixNoticesAMissingSecondCheck(world, probes);
    }

    private void all(World world, Probes probes, ConversationProbes conversations, Tally tally) {
        each(
                world,
                person -> {
                    List<UUID> some = some(world, person);
                    conversations.probe(person, tally);
                    conversations.citations(person, some, tally);
                    probes.below(person, some, tally);
                    probes.lists(person, tally);
                    probes.search(person, some.stream().limit(1).toList(), tally);
                    probes.index(person, tally);
                });
    }

    /** What the index should not have found, PostgreSQL must not confirm. */
    private void faultyIndex(World world, Probes probes, Tally tally) {
        LeakSwitches.withoutIndexFilter(
                world.allSpaces(),
                () -> each(world, person -> probes.search(person, List.of(), tally)));
    }

    private void theMatrixNoticesAnIndexWithoutFilter(World world, Probes probes) {
        var mutant = new Tally();
        LeakSwitches.withoutIndexFilter(
                world.allSpaces(), () -> each(world, person -> probes.index(person, mutant)));
        assertThat(mutant.leaks()).as("leaks without the filter").isPositive();
    }

    private void theMatrixNoticesAMissingSecondCheck(World world, Probes probes) {
        var mutant = new Tally();
        LeakSwitches.withoutSecondCheck(
                world.allSpaces(), () -> faultyIndex(world, probes, mutant));
        assertThat(mutant.leaks()).as("leaks without the second check").isPositive();
    }

    private static List<UUID> some(World world, Asker person) {
        var random = new Random(person.username().hashCode());
        List<UUID> all = List.copyOf(world.texts.keySet());
        return Stream.generate(() -> all.get(random.nextInt(all.size())))
                // What gave way is found last, which is no matter of rights.
                .filter(document -> !world.paths.get(document).startsWith("adr/"))
                .distinct()
                .limit(6)
                .toList();
    }

    private static void each(World world, Consumer<Asker> probing) {
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<? extends Future<?>> all =
                    world.people.stream()
                            .map(person -> pool.submit(() -> probing.accept(person)))
                            .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
