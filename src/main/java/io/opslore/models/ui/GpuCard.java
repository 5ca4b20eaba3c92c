package io.opslore.models.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.opslore.kit.LineChart;
import io.opslore.models.GpuReading;
import io.opslore.models.GpuSample;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** One graphics card: a line each for its utilisation, memory and temperature. */
final class GpuCard extends Div {

    private static final double PERCENT = 100;
    private static final double HOTTEST = 110;
    private static final double GIGABYTE = 1024;

    private final List<GpuSample> history;

    GpuCard(GpuReading gpu, List<GpuSample> history) {
        this.history = history;
        addClassName("gpu-card");
        Div charts = new Div();
        charts.addClassName("gpu-charts");
        chart(charts, "gpu.utilisation", PERCENT, GpuReading::utilisation, this::percent);
        double total = gpu.totalMegabytes().orElse(1);
        chart(charts, "gpu.memory", total, GpuReading::usedMegabytes, used -> of(used, gpu));
        chart(charts, "gpu.temperature", HOTTEST, GpuReading::temperature, this::degrees);
        add(new H2(getTranslation("gpu.card", gpu.id(), gpu.name())), charts);
    }

    private void chart(
            Div charts,
            String title,
            double top,
            Function<GpuReading, OptionalDouble> value,
            DoubleFunction<String> unit) {
        List<LineChart.Point> points =
                history.stream()
                        .filter(sample -> value.apply(sample.reading()).isPresent())
                        .map(sample ->
                                new LineChart.Point(
                                        sample.at(), value.apply(sample.reading()).orElseThrow()))
                        .toList();
        if (points.isEmpty()) {
            Span missing = new Span(getTranslation(title) + ": " + getTranslation("gpu.notTold"));
            missing.addClassName("secondary");
            charts.add(missing);
        } else {
            charts.add(new LineChart(getTranslation(title), top, unit, points));
        }
    }

    private String percent(double value) {
        return getTranslation("gpu.percent", Math.round(value));
    }

    private String degrees(double value) {
        return getTranslation("gpu.degrees", Math.round(value));
    }

    private String of(double used, GpuReading gpu) {
        return gpu.totalMegabytes().isPresent()
                ? getTranslation(
                        "gpu.gigabytesOf",
                        used / GIGABYTE,
                        gpu.totalMegabytes().orElseThrow() / GIGABYTE)
                : getTranslation("gpu.gigabytes", used / GIGABYTE);
    }
}
