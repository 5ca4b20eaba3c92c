package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendChartTests {

    @Test
    void valuesStandFromTheOldestToTheNewestBetweenTheEdges() {
        assertThat(drawn(new TrendChart.Line("both", List.of(0.5, 1.0, 7.0))))
                .contains("points=\"10.0,80.0 320.0,10.0 630.0,10.0 \"");
    }

    @Test
    void aSingleValueIsADotInTheMiddle() {
        assertThat(drawn(new TrendChart.Line("both", List.of(0.0))))
                .contains("cx=\"320.0\" cy=\"150.0\"");
    }

    @Test
    void aReaderWhoSeesNothingIsToldWhatItIs() {
        var chart = new TrendChart("Quality over time", 0, 1, List.of());

        assertThat(chart.getElement().getAttribute("role")).isEqualTo("img");
        assertThat(chart.getElement().getAttribute("aria-label")).isEqualTo("Quality over time");
    }

    private static String drawn(TrendChart.Line line) {
        var chart = new TrendChart("", 0, 1, List.of(line));
        return chart.getElement().getChild(0).getProperty("innerHTML");
    }
}
