package io.opslore.kit;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a line of CSV (RFC 4180) that a spreadsheet shows and does not carry out. */
public final class CsvCell {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvCell() {}

    /** One line with these cells. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvCell::of).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A file named like a formula gets an apostrophe before it, which a spreadsheet hides. */
    static String of(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
