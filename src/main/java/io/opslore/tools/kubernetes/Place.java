package io.opslore.tools.kubernetes;

import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where somebody is in a list that the cluster tells by pages: within which, and behind which row.
 *
 * @param page the cluster's own mark; empty for the first
 */
record Place(int row, String page) {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,6}):([A-Za-z0-9+/=_.-]{0,1900})");

    static Place of(ToolArguments arguments) {
        String cursor = arguments.find("cursor").orElse("0:");
        Matcher written = WRITTEN.matcher(cursor);
        if (!written.matches()) {
            throw ToolFailure.invalid(
                    "That is no cursor.", "Use nextCursor of the answer before, or leave it out.");
        }
        return new Place(Integer.parseInt(written.group(1)), written.group(2));
    }

    /** Rows of this page from here on, the last of which leads to the next page. */
    List<Found.Item> items(List<Map<String, Object>> rows, String next) {
        List<Found.Item> items = new ArrayList<>();
        for (int at = row; at < rows.size(); at++) {
            boolean last = at == rows.size() - 1;
            String after = last ? (next.isEmpty() ? "" : "0:" + next) : at + 1 + ":" + page;
            items.add(new Found.Item(rows.get(at), after));
        }
        return items;
    }
}
