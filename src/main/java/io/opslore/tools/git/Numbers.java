package io.opslore.tools.git;

import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;

/** Numbers that must be given. */
final class Numbers {

    private Numbers() {}

    static int required(ToolArguments arguments, String name) {
        int number = arguments.number(name, 0);
        if (number == 0) {
            throw ToolFailure.invalid(name + " is missing.", "List them to see their numbers.");
        }
        return number;
    }
}
