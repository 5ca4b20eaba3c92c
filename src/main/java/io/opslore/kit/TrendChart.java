package io.opslore.kit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/**
 * Values over time as lines, drawn on the server: nothing runs in the browser, and a screen reader
 * gets its title. The lines' colours are the style sheet's, by their number.
 */
public final class TrendChart extends Div {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 160;
    private static final int EDGE = 10;

    /**
     * @param values from the oldest to the newest
     */
    public record Line(String name, List<Double> values) {

        public Line {
            values = List.copyOf(values);
        }
    }

    /**
     * @param low the value at the lower edge
     * @param high the value at the upper edge
     */
    public TrendChart(String title, double low, double high, List<Line> lines) {
        addClassName("trend-chart");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", title);
        var drawn = new StringBuilder();
        Div legend = new Div();
        legend.addClassName("trend-chart-legend");
        for (int number = 0; number < lines.size(); number++) {
            drawn.append(line(lines.get(number).values(), low, high, number));
            Span name = new Span(lines.get(number).name());
            name.addClassName("line-" + number);
            legend.add(name);
        }
        // Nothing but numbers goes in, so there is nothing to escape.
        add(
                new Svg(
                        "<svg viewBox=\"0 0 %d %d\" aria-hidden=\"true\">%s</svg>"
                                .formatted(WIDTH, HEIGHT, drawn)),
                legend);
    }

    private static String line(List<Double> values, double low, double high, int number) {
        var points = new StringBuilder();
        var dots = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double share = Math.clamp((values.get(i) - low) / (high - low), 0, 1);
            double x =
                    values.size() == 1
                            ? WIDTH / 2.0
                            : EDGE + i * (WIDTH - 2.0 * EDGE) / (values.size() - 1);
            double y = HEIGHT - EDGE - share * (HEIGHT - 2.0 * EDGE);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            dots.append(
                    String.format(
                            Locale.ROOT,
                            "<circle class=\"line-%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>",
                            number,
                            x,
                            y));
        }
        return "<polyline class=\"line-%d\" points=\"%s\"/>%s".formatted(number, points, dots);
    }
}
