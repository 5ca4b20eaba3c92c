package io.opslore.kit;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.springframework.web.util.HtmlUtils;

/**
 * One value over time as a line, drawn on the server; a table for those who do not see it. Where
 * nothing is known the line is broken.
 */
public final class LineChart extends Div {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 100;
    private static final int MOST_POINTS = 300;
    private static final int MOST_ROWS = 12;
    private static final long LONGEST_WITHOUT_DAY = Duration.ofHours(25).toMillis();

    private final String title;
    private final double top;
    private final DoubleFunction<String> unit;
    private final List<Point> points;

    /**
     * @param at when
     * @param value how much
     */
    public record Point(Instant at, double value) {}

    /**
     * @param title what is drawn
     * @param top the value at the upper end; what is above it is drawn there
     * @param unit a value in the reader's words
     * @param values the oldest first; one at least
     */
    public LineChart(String title, double top, DoubleFunction<String> unit, List<Point> values) {
        this.title = title;
        this.top = top;
        this.unit = unit;
        points = thinned(values, MOST_POINTS);
        addClassName("line-chart");
        Span heading = new Span(title);
        heading.addClassName("secondary");
        Span now = new Span(unit.apply(values.getLast().value()));
        now.addClassName("chart-now");
        Div head = new Div(heading, now);
        head.addClassName("chart-ends");
        Div ends = new Div(new Span(time(points.getFirst())), new Span(time(points.getLast())));
        ends.addClassNames("chart-ends", "secondary");
        add(head, new Html(drawing()), ends, new Html(table()));
    }

    private String drawing() {
        return """
        <div class="chart-plot"><svg role="img" preserveAspectRatio="none" viewBox="0 0 %d %d" aria-label="%s"><path class="line" d="%s"/></svg></div>\
        """
                .formatted(WIDTH, HEIGHT, escaped(title), path());
    }

    private String path() {
        var path = new StringBuilder();
        long longest = usualStep() * 3;
        Instant before = Instant.MIN;
        for (Point point : points) {
            boolean follows = before != Instant.MIN && millis(before, point.at()) <= longest;
            path.append(
                    String.format(
                            Locale.ROOT,
                            "%s%.1f %.1f",
                            follows ? "L" : "M",
                            left(point),
                            HEIGHT - Math.clamp(point.value() / top, 0, 1) * HEIGHT));
            if (!follows) {
                // A point that nothing follows would not be seen.
                path.append("h1");
            }
            before = point.at();
        }
        return path.toString();
    }

    private double left(Point point) {
        Instant first = points.getFirst().at();
        long all = Math.max(1, millis(first, points.getLast().at()));
        return (double) WIDTH * millis(first, point.at()) / all;
    }

    /** The median: most points follow each other so closely. */
    private long usualStep() {
        List<Long> steps = new ArrayList<>();
        for (int number = 1; number < points.size(); number++) {
            steps.add(millis(points.get(number - 1).at(), points.get(number).at()));
        }
        steps.sort(null);
        return steps.isEmpty() ? 0 : steps.get(steps.size() / 2);
    }

    private String table() {
        var table = new StringBuilder("<div class=\"off-screen\"><table>");
        table.append("<caption>%s</caption>".formatted(escaped(title)));
        for (Point point : thinned(points, MOST_ROWS)) {
            table.append(
                    "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                            .formatted(escaped(time(point)), escaped(unit.apply(point.value()))));
        }
        return table.append("</table></div>").toString();
    }

    /** No more than so many, each the highest of those that it stands for; the last stays. */
    private static List<Point> thinned(List<Point> values, int most) {
        int step = Math.max(1, (values.size() + most - 1) / most);
        List<Point> thinned = new ArrayList<>();
        for (int from = 0; from < values.size(); from += step) {
            List<Point> some = values.subList(from, Math.min(values.size(), from + step));
            double highest = some.stream().mapToDouble(Point::value).max().orElse(0);
            thinned.add(new Point(some.getLast().at(), highest));
        }
        return thinned;
    }

    private String time(Point point) {
        long all = millis(points.getFirst().at(), points.getLast().at());
        DateTimeFormatter words =
                all > LONGEST_WITHOUT_DAY
                        ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
        return words.withLocale(getLocale()).withZone(ReaderDates.zone()).format(point.at());
    }

    private static long millis(Instant from, Instant to) {
        return to.toEpochMilli() - from.toEpochMilli();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
