package io.opslore.tools;

import io.opslore.tools.Found.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows of a list that is known as a whole, from where the cursor stands, which is a number.
 *
 * @param items the rows from there on
 */
public record Paged(List<Item> items) {

    /** All of them from where the cursor stands. */
    public static <T> Paged of(
            List<T> all, Function<T, Map<String, ?>> fields, ToolArguments arguments) {
        int from = Math.min(position(arguments), all.size());
        List<Item> items = new ArrayList<>();
        for (int at = from; at < all.size(); at++) {
            items.add(new Item(fields.apply(all.get(at)), Integer.toString(at + 1)));
        }
        return new Paged(items);
    }

    /** Where the cursor stands; 0 where none is given. */
    public static int position(ToolArguments arguments) {
        String cursor = arguments.find("cursor").orElse("0");
        if (!cursor.matches("\\d{1,7}")) {
            throw ToolFailure.invalid(
                    "That is no cursor.", "Use nextCursor of the answer before, or leave it out.");
        }
        return Integer.parseInt(cursor);
    }

    /** As an answer, each row of which says what version it is. */
    public Found found(String source, String hint) {
        return new Found(source, "", items, false, hint);
    }
}
