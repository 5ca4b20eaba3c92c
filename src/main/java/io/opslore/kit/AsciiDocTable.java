package io.opslore.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes an AsciiDoc table as a Markdown table. Cells may stand on lines of their own, so a row is
 * written when the next one begins, and blank lines make up for those it needed.
 */
final class AsciiDocTable {

    private final List<String> cells = new ArrayList<>();
    private int columns;
    private int rows;
    private int lines;
    private boolean open;

    boolean isOpen() {
        return open;
    }

    void line(String line, List<String> written) {
        if (!open) {
            open = true;
            columns = 0;
            rows = 0;
            lines = 1;
            cells.clear();
        } else if (line.equals("|===")) {
            lines++;
            end(written);
        } else {
            lines++;
            cells(line, written);
        }
    }

    /** Closes the table, also one that the text forgot to close. */
    void end(List<String> written) {
        if (open) {
            open = false;
            row(written);
            // The rule below the header needs a line too, which the opening |=== has given.
            for (int spare = lines - rows - (rows > 0 ? 1 : 0); spare > 0; spare--) {
                written.add("");
            }
        }
    }

    private void cells(String line, List<String> written) {
        if (!line.contains("|")) {
            continued(line);
            return;
        }
        String[] found = line.substring(line.indexOf('|') + 1).split("(?<!\\\\)\\|", -1);
        if (columns == 0 && found.length > 1) {
            columns = found.length;
        } else if (columns > 0 && cells.size() >= columns) {
            row(written);
        }
        for (String cell : found) {
            cells.add(cell.strip());
        }
        if (columns > 0 && cells.size() >= columns) {
            row(written);
        }
    }

    private void continued(String line) {
        if (line.isBlank()) {
            columns = columns == 0 ? cells.size() : columns;
        } else if (!cells.isEmpty()) {
            cells.set(cells.size() - 1, cells.getLast() + " " + line.strip());
        }
    }

    private void row(List<String> written) {
        if (cells.isEmpty()) {
            return;
        }
        if (columns == 0) {
            columns = cells.size();
        }
        written.add("| " + String.join(" | ", cells) + " |");
        if (rows == 0) {
            written.add("|" + " --- |".repeat(columns));
        }
        rows++;
        cells.clear();
    }
}
