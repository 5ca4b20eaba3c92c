package io.opslore.models;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the cards did in the last day. Kept in memory, so it begins anew with the portal. */
final class GpuHistory {

    private static final Duration KEPT = Duration.ofDays(1);

    private final GpuSettings settings;
    private final Map<String, Deque<GpuSample>> samples = new LinkedHashMap<>();

    GpuHistory(GpuSettings settings) {
        this.settings = settings;
    }

    synchronized void add(Instant now, List<GpuReading> gpus) {
        for (GpuReading gpu : gpus) {
            samples.computeIfAbsent(gpu.id(), id -> new ArrayDeque<>())
                    .addLast(new GpuSample(now, gpu));
        }
        Instant oldest = now.minus(KEPT);
        samples.values().forEach(of -> of.removeIf(sample -> sample.at().isBefore(oldest)));
        samples.values().removeIf(Deque::isEmpty);
    }

    synchronized Map<String, List<GpuSample>> all() {
        Map<String, List<GpuSample>> all = new LinkedHashMap<>();
        samples.forEach((gpu, of) -> all.put(gpu, List.copyOf(of)));
        return all;
    }

    /** What is too high now and was at every look for as long as the settings say. */
    synchronized List<GpuAlert> alerts() {
        List<GpuAlert> alerts = new ArrayList<>();
        samples.forEach((gpu, of) -> {
            alert(gpu, of, GpuAlert.Kind.MEMORY, GpuReading::memory, settings.memoryAlert())
                    .ifPresent(alerts::add);
            alert(
                            gpu,
                            of,
                            GpuAlert.Kind.TEMPERATURE,
                            GpuReading::temperature,
                            settings.temperatureAlert())
                    .ifPresent(alerts::add);
        });
        return alerts;
    }

    private Optional<GpuAlert> alert(
            String gpu,
            Deque<GpuSample> of,
            GpuAlert.Kind kind,
            Function<GpuReading, OptionalDouble> value,
            double threshold) {
        Instant since = null;
        for (var samples = of.descendingIterator(); samples.hasNext(); ) {
            GpuSample sample = samples.next();
            if (value.apply(sample.reading()).orElse(-1) < threshold) {
                break;
            }
            since = sample.at();
        }
        GpuSample last = of.getLast();
        return since == null || since.plus(settings.alertAfter()).isAfter(last.at())
                ? Optional.empty()
                : Optional.of(
                        new GpuAlert(gpu, kind, value.apply(last.reading()).orElseThrow(), since));
    }
}
