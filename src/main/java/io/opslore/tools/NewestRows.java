package io.opslore.tools;

import io.opslore.tools.Found.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows in the order of time of which the last matter most: those that fit. */
public final class NewestRows {

    private static final int ROOM = 18_000;
    private static final int FRAME = 20;

    private NewestRows() {}

    /**
     * @param rows the oldest first
     * @param more whether there are older ones still
     */
    public static Found of(String source, List<Map<String, ?>> rows, boolean more, String hint) {
        int from = rows.size();
        int room = ROOM;
        while (from > 0) {
            room -= length(rows.get(from - 1));
            if (room < 0 && from < rows.size()) {
                break;
            }
            from--;
        }
        List<Item> items = new ArrayList<>();
        rows.subList(from, rows.size()).forEach(row -> items.add(new Item(row, "")));
        boolean isCut = more || from > 0;
        return new Found(source, "", items, isCut, isCut ? (hint + OLDER).strip() : hint);
    }

    private static final String OLDER =
            " There are older lines: narrow by text, time or task to see them.";

    private static int length(Map<String, ?> row) {
        return row.entrySet().stream()
                .mapToInt(one ->
                        one.getKey().length() + String.valueOf(one.getValue()).length() + FRAME)
                .sum();
    }
}
