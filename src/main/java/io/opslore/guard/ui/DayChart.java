package io.opslore.guard.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opslore.guard.UsedOn;
import io.opslore.kit.ReaderDates;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** A bar for each day, drawn on the server; a table for those who do not see it. */
final class DayChart extends Div {

    private static final int HEIGHT = 100;
    private static final int STEP = 10;
    private static final int BAR = 8;

    private final Metric metric;
    private final List<UsedOn> days;
    private final long most;

    DayChart(String who, Metric metric, List<UsedOn> days) {
        this.metric = metric;
        this.days = days;
        most = days.stream().mapToLong(this::amount).max().orElse(0);
        addClassName("day-chart");
        String title = getTranslation("usage.chart", metric.label(), who);
        Span highest = new Span(getTranslation("usage.chart.most", metric.text(most)));
        highest.addClassName("secondary");
        Div ends = new Div(new Span(date(days.getFirst())), new Span(date(days.getLast())));
        ends.addClassNames("chart-ends", "secondary");
        add(highest, new Html(drawing(title)), ends, new Html(table(title)));
    }

    private long amount(UsedOn day) {
        return metric.of(day.used());
    }

    private String drawing(String title) {
        var svg = new StringBuilder("<div class=\"chart-plot\">");
        svg.append(
                "<svg role=\"img\" preserveAspectRatio=\"none\" viewBox=\"0 0 %d %d\" aria-label=\"%s\">"
                        .formatted(days.size() * STEP, HEIGHT, escaped(title)));
        svg.append(
                "<title>%s</title><desc>%s</desc>".formatted(escaped(title), escaped(summary())));
        for (int number = 0; number < days.size(); number++) {
            svg.append(bar(number, days.get(number)));
        }
        return svg.append("</svg></div>").toString();
    }

    private String bar(int number, UsedOn day) {
        long height = most == 0 ? 0 : Math.round(amount(day) * (double) HEIGHT / most);
        // What is little is still something.
        long seen = amount(day) > 0 ? Math.max(1, height) : 0;
        return "<g><title>%s</title><rect class=\"day\" x=\"%d\" y=\"0\" width=\"%d\" height=\"%d\"/><rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></g>"
                .formatted(
                        escaped(date(day) + ": " + metric.text(amount(day))),
                        number * STEP,
                        STEP,
                        HEIGHT,
                        number * STEP + 1,
                        HEIGHT - seen,
                        BAR,
                        seen);
    }

    private String table(String title) {
        var table = new StringBuilder("<div class=\"off-screen\"><table>");
        table.append("<caption>%s</caption>".formatted(escaped(title)));
        for (UsedOn day : days) {
            table.append(
                    "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                            .formatted(escaped(date(day)), escaped(metric.text(amount(day)))));
        }
        return table.append("</table></div>").toString();
    }

    private String summary() {
        long all = days.stream().mapToLong(this::amount).sum();
        return getTranslation("usage.chart.sum", metric.text(all), days.size());
    }

    private static String date(UsedOn day) {
        return ReaderDates.text(day.day());
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
