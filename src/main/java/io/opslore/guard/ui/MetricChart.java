package io.opslore.guard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.opslore.guard.UsedOn;
import java.util.List;

/** Days as bars of one measure, which can be chosen. */
final class MetricChart extends Div {

    private final Select<Metric> metric = new Select<>();
    private final Div place = new Div();
    private String who = "";
    private List<UsedOn> days = List.of();

    MetricChart() {
        addClassName("metric-chart");
        metric.setAriaLabel(getTranslation("usage.metric"));
        metric.setItems(Metric.values());
        metric.setItemLabelGenerator(Metric::label);
        metric.setValue(Metric.TOKENS);
        metric.addValueChangeListener(change -> draw());
        add(metric, place);
    }

    /**
     * @param whose the days are
     */
    void show(String whose, List<UsedOn> shown) {
        who = whose;
        days = List.copyOf(shown);
        draw();
    }

    private void draw() {
        place.removeAll();
        place.add(new DayChart(who, metric.getValue(), days));
    }
}
