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

    private final Map<String, Tile> tiles = new LinkedHashMap<>();

    private record Tile(Div whole, Description value) {}

    NumberTiles() {
        addClassName("number-tiles");
        ALWAYS.forEach(this::tile);
    }

    void show(Map<String, Double> numbers) {
        tiles.forEach((name, tile) -> {
            Double now = numbers.get(name);
            // Where there is no card, nobody misses its numbers.
            tile.whole().setVisible(now != null || !name.startsWith("gpu-"));
            tile.value().setText(now == null ? "–" : Units.of(name).apply(now));
        });
    }

    private void tile(String name) {
        Description value = new Description("–");
        Div tile = new Div();
        tile.getElement()
                .appendChild(
                        new Term(getTranslation("operations.number." + name)).getElement(),
                        value.getElement());
        tiles.put(name, new Tile(tile, value));
        getElement().appendChild(tile.getElement());
    }
}
