package io.opslore.operations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.opslore.kit.EmptyState;
import io.opslore.kit.LineChart;
import io.opslore.operations.history.HistoryPoint;
import io.opslore.operations.history.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers over the last hour, day or week, one chart each. */
final class HistoryCharts extends Div {

    private static final Logger log = LoggerFactory.getLogger(HistoryCharts.class);

    /** A sample comes once a minute. */
    private static final Duration FRESH = Duration.ofSeconds(50);

    private static final List<String> NUMBERS =
            List.of(
                    "questions",
                    "p95",
                    "p95.first-token",
                    "in-flight",
                    "waiting",
                    "tokens.in",
                    "tokens.out",
                    "ingest",
                    "refused",
                    "masked",
                    "errors",
                    "sessions",
                    "heap",
                    "disk-free",
                    "index-size",
                    "gpu-memory",
                    "gpu-temperature");

    private final BiFunction<String, Span, List<HistoryPoint>> history;
    private final Map<Span, Tab> tabs = new EnumMap<>(Span.class);
    private final Tabs choice = new Tabs();
    private final Div charts = new Div();
    private Span span = Span.HOUR;
    private long drawn;

    /**
     * @param history a number over time
     * @param chosen told when another span is wanted
     */
    HistoryCharts(BiFunction<String, Span, List<HistoryPoint>> history, Consumer<Span> chosen) {
        this.history = history;
        for (Span one : Span.values()) {
            Tab tab = new Tab(getTranslation("operations.span." + OperationsView.name(one)));
            tabs.put(one, tab);
            choice.add(tab);
        }
        choice.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(Span.values()[choice.getSelectedIndex()]);
            }
        });
        choice.getElement().setAttribute("aria-label", getTranslation("operations.span"));
        charts.addClassName("gpu-charts");
        Div head = new Div(new H2(getTranslation("operations.history")), choice);
        head.addClassName("history-head");
        addClassName("history");
        add(head, charts);
    }

    void show(Span wanted) {
        span = wanted;
        choice.setSelectedTab(tabs.get(wanted));
        draw();
    }

    /** Draws anew where there may be another sample. */
    void refresh() {
        if (System.nanoTime() - drawn > FRESH.toNanos()) {
            draw();
        }
    }

    private void draw() {
        drawn = System.nanoTime();
        try {
            List<LineChart> drawings = drawings();
            charts.removeAll();
            if (drawings.isEmpty()) {
                charts.add(
                        new EmptyState(
                                VaadinIcon.LINE_CHART,
                                getTranslation("operations.history.none"),
                                getTranslation("operations.history.none.hint")));
            }
            charts.add(drawings.toArray(LineChart[]::new));
        } catch (RuntimeException e) {
            log.warn("The history could not be read: {}", e.toString());
            charts.removeAll();
            charts.add(new Paragraph(getTranslation("operations.history.failed")));
        }
    }

    private List<LineChart> drawings() {
        List<LineChart> drawings = new ArrayList<>();
        for (String number : NUMBERS) {
            List<LineChart.Point> points =
                    history.apply(number, span).stream()
                            .map(point -> new LineChart.Point(point.at(), point.value()))
                            .toList();
            if (!points.isEmpty()) {
                double top = points.stream().mapToDouble(LineChart.Point::value).max().orElse(1);
                drawings.add(
                        new LineChart(
                                getTranslation("operations.number." + number),
                                Math.max(top * 1.1, 1e-3),
                                Units.of(number),
                                points));
            }
        }
        return drawings;
    }
}
