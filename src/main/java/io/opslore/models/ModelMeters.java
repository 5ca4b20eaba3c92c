package io.opslore.models;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What this portal's queue before the model server and the graphics cards are like, in numbers. */
@Component
class ModelMeters implements MeterBinder {

    private static final double MEGABYTE = 1 << 20;

    private final ModelQueue queue;
    private final GpuWatch gpus;

    ModelMeters(ModelQueue queue, GpuWatch gpus) {
        this.queue = queue;
        this.gpus = gpus;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("opslore.model.queue.waiting", queue::waiting)
                .description("Requests of this portal that wait for their turn at the model server")
                .register(meters);
        Gauge.builder("opslore.model.queue.served", queue::served)
                .description("Requests of this portal that the model server is working on")
                .register(meters);
        gpu(meters, "opslore.gpu.utilisation", "percent", GpuReading::utilisation, 1);
        gpu(meters, "opslore.gpu.memory.used", "bytes", GpuReading::usedMegabytes, MEGABYTE);
        gpu(meters, "opslore.gpu.memory.size", "bytes", GpuReading::totalMegabytes, MEGABYTE);
        gpu(meters, "opslore.gpu.temperature", "celsius", GpuReading::temperature, 1);
    }

    private void gpu(
            MeterRegistry meters,
            String name,
            String unit,
            Function<GpuReading, OptionalDouble> part,
            double factor) {
        MultiGauge gauge =
                MultiGauge.builder(name)
                        .baseUnit(unit)
                        .description("Of each graphics card, where there is one")
                        .register(meters);
        gpus.onChange(() -> gauge.register(rows(part, factor), true));
    }

    private List<Row<?>> rows(Function<GpuReading, OptionalDouble> part, double factor) {
        if (!(gpus.state().look() instanceof GpuLook.Seen seen)) {
            return List.of();
        }
        return seen.gpus().stream()
                .filter(gpu -> part.apply(gpu).isPresent())
                .map(gpu ->
                        Row.of(Tags.of("gpu", gpu.id()), part.apply(gpu).orElseThrow() * factor))
                .collect(Collectors.toList());
    }
}
