package io.opslore.operations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.opslore.operations.history.StageTimes;
import java.util.List;

/** How long the stages of questions took in the last hour. */
final class StageTable extends Div {

    private List<StageTimes> shown = List.of();

    StageTable() {
        addClassName("stage-table");
        add(empty());
    }

    void show(List<StageTimes> now) {
        if (now.equals(shown)) {
            return;
        }
        shown = List.copyOf(now);
        removeAll();
        add(now.isEmpty() ? empty() : table(now));
    }

    private Paragraph empty() {
        Paragraph empty = new Paragraph(getTranslation("operations.stages.none"));
        empty.addClassName("secondary");
        return empty;
    }

    private NativeTable table(List<StageTimes> stages) {
        var table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        for (String column : List.of("stage", "passed", "half", "most")) {
            var cell = new NativeTableHeaderCell(getTranslation("operations.stages." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        stages.forEach(stage -> row(table.getBody().addRow(), stage));
        return table;
    }

    private void row(NativeTableRow row, StageTimes stage) {
        var name = new NativeTableHeaderCell(getTranslation("operations.stage." + stage.stage()));
        name.getElement().setAttribute("scope", "row");
        row.add(
                name,
                new NativeTableCell(getTranslation("operations.count", stage.passed())),
                new NativeTableCell(Units.seconds(stage.half())),
                new NativeTableCell(Units.seconds(stage.most())));
    }
}
