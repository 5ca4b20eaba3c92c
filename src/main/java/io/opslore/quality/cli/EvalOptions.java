package io.opslore.quality.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param json to print nothing but the result, as JSON
 */
record EvalOptions(Path folder, boolean json) {

    static final String USAGE =
            """
            Usage: opslore eval <folder> [--json]

            Measures search on a judged set: corpus.jsonl and queries.jsonl (_id, text), qrels.tsv (query,
            document, score). A folder of sets: each in turn. The documents go through a portal of their own
            in a scratch folder; where a portal runs on the data folder, it keeps the result in its history.
            """;

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static EvalOptions of(List<String> arguments) {
        String folder = null;
        boolean json = false;
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.startsWith("--") || folder != null) {
                throw new IllegalArgumentException("Not understood: " + argument);
            } else {
                folder = argument;
            }
        }
        if (folder == null) {
            throw new IllegalArgumentException("A folder is needed");
        }
        if (!Files.isDirectory(Path.of(folder))) {
            throw new IllegalArgumentException("Not a folder: " + folder);
        }
        return new EvalOptions(Path.of(folder), json);
    }
}
