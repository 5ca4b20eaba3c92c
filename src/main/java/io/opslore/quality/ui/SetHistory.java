package io.opslore.quality.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import io.opslore.identity.SignedIn;
import io.opslore.kit.TimeText;
import io.opslore.kit.TrendChart;
import io.opslore.quality.AnswerReport;
import io.opslore.quality.QualityHistory;
import io.opslore.quality.SetReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One set's measurements: a chart of the latest, and all of them with what they were made with. */
final class SetHistory extends Div {

    private static final int ON_THE_CHART = 40;
    private static final List<String> RUNS = List.of("fused", "bm25", "vectors");

    private final QualityHistory history;
    private final SignedIn signedIn;

    SetHistory(QualityHistory history, SignedIn signedIn) {
        this.history = history;
        this.signedIn = signedIn;
        addClassName("quality-history");
    }

    void show(SetReport latest) {
        removeAll();
        List<SetReport> recent =
                history.of(latest.set(), 0, ON_THE_CHART, signedIn.asker()).reversed();
        add(new H2(getTranslation("quality.history", latest.set())), chart(recent));
        answers(latest.answers());
        add(grid(latest.set()));
    }

    private TrendChart chart(List<SetReport> recent) {
        List<TrendChart.Line> lines =
                RUNS.stream()
                        .map(run ->
                                new TrendChart.Line(
                                        getTranslation("quality." + run),
                                        recent.stream().map(it -> Figures.value(it, run)).toList()))
                        .toList();
        double lowest =
                lines.stream()
                        .flatMap(line -> line.values().stream())
                        .filter(value -> value > 0)
                        .min(Double::compare)
                        .orElse(0.0);
        return new TrendChart(
                getTranslation("quality.chart", recent.size()),
                Math.max(0, lowest - 0.05),
                1,
                lines);
    }

    private void answers(@Nullable AnswerReport answers) {
        if (answers != null) {
            add(
                    new Paragraph(
                            getTranslation(
                                    "quality.answers",
                                    answers.by(),
                                    share(answers.answered()),
                                    answers.answerable(),
                                    share(answers.citationPrecision()),
                                    share(answers.citationRecall()),
                                    share(answers.refused()),
                                    answers.unanswerable())));
        }
    }

    private Grid<SetReport> grid(String set) {
        Grid<SetReport> grid = new Grid<>();
        grid.addComponentColumn(report -> new TimeText(report.measuredAt()))
                .setHeader(getTranslation("quality.measured"))
                .setWidth("8rem")
                .setFlexGrow(0);
        for (String run : RUNS) {
            grid.addColumn(report -> Figures.ndcg(report, run))
                    .setHeader(getTranslation("quality." + run))
                    .setWidth("6rem")
                    .setFlexGrow(0);
        }
        grid.addColumn(SetReport::version)
                .setHeader(getTranslation("quality.version"))
                .setWidth("8rem")
                .setFlexGrow(0);
        grid.addComponentColumn(SetHistory::settings)
                .setHeader(getTranslation("quality.settings"))
                .setWidth("20rem")
                .setFlexGrow(1);
        grid.addClassName("admin-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(
                DataProvider.fromCallbacks(
                        query ->
                                history
                                        .of(
                                                set,
                                                query.getOffset(),
                                                query.getLimit(),
                                                signedIn.asker())
                                        .stream(),
                        query -> history.count(set, signedIn.asker())));
        return grid;
    }

    private static Span settings(SetReport report) {
        String all =
                report.settings().entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue())
                        .collect(Collectors.joining(", "));
        Span settings = new Span(all);
        settings.addClassName("long");
        settings.getElement().setAttribute("title", all);
        return settings;
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
