package io.opslore.tools.logs;

import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolParameter;
import java.util.List;

/** A question to Loki, from what a call gives. */
final class LogQl {

    private LogQl() {}

    static List<ToolParameter> parameters() {
        return List.of(
                ToolParameter.text("query", "LogQL, for Loki, such as {app=\"api\"} |= \"error\"")
                        .optional(),
                ToolParameter.text("filter", "Only lines with this text in them").optional());
    }

    /**
     * @throws ToolFailure where there is no LogQL
     */
    static String of(ToolArguments arguments) {
        String query =
                arguments
                        .find("query")
                        .orElseThrow(() ->
                                ToolFailure.invalid(
                                        "query is missing, which Loki needs.",
                                        "Give LogQL such as {app=\"api\"}; logs_labels_list tells"
                                                + " labels and values."));
        return arguments.find("filter").map(text -> query + " |= " + quoted(text)).orElse(query);
    }

    /**
     * @throws ToolFailure for LogQL where there is none to understand it
     */
    static String filter(ToolArguments arguments) {
        if (arguments.find("query").isPresent()) {
            throw ToolFailure.invalid(
                    "Files understand no LogQL.", "Give a text in filter instead of query.");
        }
        return arguments.find("filter").orElse("");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\');
            }
            quoted.append(Character.isISOControl(letter) ? ' ' : letter);
        }
        return quoted.append('"').toString();
    }
}
