package io.opslore.operations.cli;

import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param quick not to read the content of what is stored
 */
record VerifyOptions(boolean repair, boolean quick) {

    static final String USAGE =
            """
            Usage: opslore verify [--repair] [--quick]

            Holds PostgreSQL, the original files and the index against each other, and names every
            difference. --repair puts right what can be derived; --quick does not read contents.
            Uses the portal that runs on this data folder; where none runs, none is needed.
            Ends with 0 if all agree, with 2 if differences are left.
            """;

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static VerifyOptions of(List<String> arguments) {
        for (String argument : arguments) {
            if (!List.of("--repair", "--quick").contains(argument)) {
                throw new IllegalArgumentException("Not understood: " + argument);
            }
        }
        return new VerifyOptions(arguments.contains("--repair"), arguments.contains("--quick"));
    }

    /** Where a running portal does it. */
    String address() {
        return "/api/verify?repair=%s&everyByte=%s".formatted(repair, !quick);
    }
}
