package io.opslore.tools.docs;

import io.opslore.tools.Found;
import io.opslore.tools.Found.Item;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows of a list that is known as a whole, from where the cursor stands, which is a number.
 *
 * @param items the rows from there on
 */
record Paged(List<Item> items) {

    static <T> Paged of(List<T> all, Function<T, Map<String, ?>> fields, ToolArguments arguments) {
        int from = Math.min(position(arguments), all.size());
        List<Item> items = new ArrayList<>();
        for (int at = from; at < all.size(); at++) {
            items.add(new Item(fields.apply(all.get(at)), Integer.toString(at + 1)));
        }
        return new Paged(items);
    }

    /** Where the cursor stands; 0 where none is given. */
    static int position(ToolArguments arguments) {
        String cursor = arguments.find("cursor").orElse("0");
        if (!cursor.matches("\\d{1,7}")) {
            throw ToolFailure.invalid(
                    "That is no cursor.", "Use nextCursor of the answer before, or leave it out.");
        }
        return Integer.parseInt(cursor);
    }

    Found found(String source, String hint) {
        return new Found(source, "", items, false, hint);
    }
}
