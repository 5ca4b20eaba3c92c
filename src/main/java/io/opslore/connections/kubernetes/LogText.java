package io.opslore.connections.kubernetes;

import java.util.List;

/**
 * Lines of a log, oldest first, without secrets.
 *
 * @param cut whether there was more than is read at once
 */
public record LogText(List<String> lines, boolean cut) {

    public LogText {
        lines = List.copyOf(lines);
    }
}
