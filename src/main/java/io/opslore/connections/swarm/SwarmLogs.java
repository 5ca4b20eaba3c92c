package io.opslore.connections.swarm;

import java.util.List;

/**
 * The last lines that a service's containers wrote, the oldest first, over all tasks.
 *
 * @param incomplete whether the engine could not get at all of it, for instance because a node is
 *     away
 * @param cut whether more was written in that time than is read at once
 */
public record SwarmLogs(List<Line> lines, boolean incomplete, boolean cut) {

    public SwarmLogs {
        lines = List.copyOf(lines);
    }

    /**
     * @param at as the engine wrote it, to the nanosecond
     * @param task its id
     * @param node its host's name
     * @param stream stdout or stderr
     * @param text without secrets
     */
    public record Line(String at, String task, String node, String stream, String text) {}
}
