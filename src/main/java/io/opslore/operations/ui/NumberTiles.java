package io.opslore.operations.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of this moment; each keeps its place, so that nothing moves under the reader. */
final class NumberTiles extends DescriptionList {

    private static final List<String> ALWAYS =
            List.of(
                    "questions",
                    "questions.failed",
                    "in-flight",
                    "waiting",
                    "tokens.in",
                    "tokens.out",
                    "ingest",
                    "refused",
                    "masked",
                    "sign-ins.refused",
                    "errors",
                    "sessions",
                    "heap",
                    "disk-free",
                    "index-size",
                    "gpu-memory",
                    "gpu-temperature");

    private final Map<String, Description> values = new LinkedHashMap<>();
    private final Map<String, Div> tiles = new LinkedHashMap<>();

    NumberTiles() {
        addClassName("number-tiles");
        ALWAYS.forEach(this::tile);
    }

    void show(Map<String, Double> numbers) {
        values.forEach((name, value) -> {
            Double now = numbers.get(name);
            // Where there is no card, nobody misses its numbers.
            tiles.get(name).setVisible(now != null || !name.startsWith("gpu-"));
            value.setText(now == null ? "–" : Units.of(name).apply(now));
        });
    }

    private void tile(String name) {
        Description value = new Description("–");
        Div tile = new Div();
        tile.getElement()
                .appendChild(
                        new Term(getTranslation("operations.number." + name)).getElement(),
                        value.getElement());
        values.put(name, value);
        tiles.put(name, tile);
        getElement().appendChild(tile.getElement());
    }
}
