package io.opslore.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opslore.testing.TestingClock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GpuWatchTests {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final TestingClock clock = new TestingClock();
    private GpuLook next = new GpuLook.None();
    private final GpuWatch watch =
            new GpuWatch(
                    new GpuReadings() {
                        @Override
                        public String source() {
                            return "testing";
                        }

                        @Override
                        public GpuLook look() {
                            return next;
                        }
                    },
                    new GpuSettings("", "unused", EVERY, 95, 85, Duration.ofSeconds(30)),
                    clock);

    @Test
    void withoutACardThereIsNothingToShow() {
        watch.look();

        assertThat(watch.state().look()).isEqualTo(new GpuLook.None());
        assertThat(watch.state().history()).isEmpty();
        assertThat(watch.gigabytes()).isEmpty();
    }

    @Test
    void keepsADayAndNoMore() {
        card(10, 50);
        for (int number = 0; number < 10_000; number++) {
            look();
        }

        List<GpuSample> history = watch.state().history().get("0");
        assertThat(history).hasSizeBetween(8639, 8642);
        assertThat(Duration.between(history.getFirst().at(), history.getLast().at()))
                .isLessThanOrEqualTo(Duration.ofDays(1));
    }

    @Test
    void alertsWhenItWasTooHighForSomeTime() {
        card(10, 90);
        look();
        look();
        look();
        assertThat(watch.state().alerts()).as("after 20 seconds").isEmpty();
        look();
        assertThat(watch.state().alerts())
                .extracting(GpuAlert::gpu, GpuAlert::kind, GpuAlert::value)
                .containsExactly(tuple("0", GpuAlert.Kind.TEMPERATURE, 90.0));

        card(10, 84);
        look();
        assertThat(watch.state().alerts()).as("cooler").isEmpty();
        card(98, 90);
        look();
        assertThat(watch.state().alerts()).as("a short while").isEmpty();
    }

    @Test
    void tellsTheMemoryOfAllCards() {
        next = new GpuLook.Seen(List.of(reading("0", 1, 1), reading("1", 1, 1)));
        watch.look();

        assertThat(watch.gigabytes()).hasValue(32);
    }

    private void look() {
        watch.look();
        clock.advance(EVERY);
    }

    /**
     * @param memory in percent
     */
    private void card(double memory, double degrees) {
        next = new GpuLook.Seen(List.of(reading("0", memory, degrees)));
    }

    private static GpuReading reading(String id, double memory, double degrees) {
        return new GpuReading(
                id,
                "Tesla T4",
                OptionalDouble.of(50),
                OptionalDouble.of(memory * 16384 / 100),
                OptionalDouble.of(16384),
                OptionalDouble.of(degrees));
    }
}
