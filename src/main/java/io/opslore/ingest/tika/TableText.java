package io.opslore.ingest.tika;

import java.util.ArrayList;
import java.util.List;

/** Gathers a table's cells and writes them as Markdown. A table inside a cell becomes its text. */
final class TableText {

    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int depth;
    private int gathered;

    boolean isOpen() {
        return depth > 0;
    }

    int length() {
        return gathered;
    }

    void start(String element) {
        switch (element) {
            case "table" -> depth++;
            case "tr" -> {
                if (depth == 1) {
                    endCell();
                    rows.add(new ArrayList<>());
                }
            }
            case "td", "th" -> endCell();
            default -> cell.append(' ');
        }
    }

    void end(String element) {
        switch (element) {
            case "table" -> {
                endCell();
                depth--;
            }
            case "td", "th" -> {
                if (depth == 1) {
                    addCell();
                }
            }
            default -> cell.append(' ');
        }
    }

    void text(String more) {
        cell.append(more);
        gathered += more.length();
    }

    /** The table as Markdown; empty afterwards. */
    String take() {
        rows.removeIf(row -> row.stream().allMatch(String::isBlank));
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            append(text, rows.get(row), columns);
            if (row == 0) {
                text.append("|").append(" --- |".repeat(columns)).append('\n');
            }
        }
        rows.clear();
        gathered = 0;
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, List<String> row, int columns) {
        text.append('|');
        for (int column = 0; column < columns; column++) {
            text.append(' ').append(column < row.size() ? row.get(column) : "").append(" |");
        }
        text.append('\n');
    }

    /** Text outside of cells, or of a nested table's cells, goes on as it is. */
    private void endCell() {
        if (depth > 1) {
            cell.append(' ');
        } else if (!cell.toString().isBlank()) {
            addCell();
        } else {
            cell.setLength(0);
        }
    }

    private void addCell() {
        if (rows.isEmpty()) {
            rows.add(new ArrayList<>());
        }
        String text = cell.toString().replaceAll("[\\s\u00A0]+", " ").strip();
        rows.getLast().add(text.replace("|", "\\|"));
        cell.setLength(0);
    }
}
