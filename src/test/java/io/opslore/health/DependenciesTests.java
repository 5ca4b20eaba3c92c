package io.opslore.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.health.Condition.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DependenciesTests {

    private final Looks looks = new Looks();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void end() {
        released.countDown();
        looks.stop();
    }

    @Test
    void oneThatHangsDelaysNobodyAndIsDownAfterSomeSeconds() {
        var dependencies = watching(named("well", () -> Condition.up("queue.empty")), hanging());
        await(() -> state(dependencies, "well") == State.UP);

        long before = System.nanoTime();
        List<DependencyState> all = dependencies.all();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(all).extracting(DependencyState::name).containsExactly("hangs", "well");
        await(() -> state(dependencies, "hangs") == State.DOWN);
        assertThat(reason(dependencies, "hangs")).startsWith("It has not answered for ");
        assertThat(begun).hasValue(1);
        assertThat(state(dependencies, "well")).isEqualTo(State.UP);

        released.countDown();
        await(() -> state(dependencies, "hangs") == State.UP);
    }

    @Test
    void oneThatThrowsIsDownAndSaysWhy() {
        var dependencies =
                watching(
                        named(
                                "broken",
                                () -> {
                                    throw new IllegalStateException("Connection refused\nmore");
                                }));

        await(() -> state(dependencies, "broken") == State.DOWN);
        assertThat(reason(dependencies, "broken"))
                .isEqualTo("It could not be asked: Connection refused");
    }

    @Test
    void oneWhoseClassesAreMissingIsDownToo() {
        var well = new AtomicBoolean(true);
        var dependencies =
                watching(
                        named(
                                "broken",
                                () -> {
                                    if (well.get()) {
                                        return Condition.up("index.up");
                                    }
                                    throw new NoClassDefFoundError("org/example/Gone");
                                }));
        await(() -> state(dependencies, "broken") == State.UP);

        well.set(false);
        looks.now();

        await(() -> state(dependencies, "broken") == State.DOWN);
    }

    private Dependency hanging() {
        return named(
                "hangs",
                () -> {
                    begun.incrementAndGet();
                    released.await();
                    return Condition.up("index.up");
                });
    }

    private Dependencies watching(Dependency... dependencies) {
        var watching = new Dependencies(List.of(dependencies), looks, Clock.systemUTC());
        looks.start();
        return watching;
    }

    private static Dependency named(String name, Callable<Condition> look) {
        return new Dependency() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return Duration.ofMillis(100);
            }

            @Override
            public Condition look() throws Exception {
                return look.call();
            }
        };
    }

    private static State state(Dependencies dependencies, String name) {
        return dependencies.of(name).orElseThrow().condition().state();
    }

    private static String reason(Dependencies dependencies, String name) {
        return dependencies.of(name).orElseThrow().condition().reason();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
    }
}
