package io.opslore.connections.logfiles;

import java.util.List;

/**
 * @param lines the oldest first
 * @param more whether there are older ones that fit, or that were not looked at
 */
public record FileLines(List<FileLine> lines, boolean more) {

    public FileLines {
        lines = List.copyOf(lines);
    }
}
