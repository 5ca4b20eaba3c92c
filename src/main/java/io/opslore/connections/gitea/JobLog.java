package io.opslore.connections.gitea;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The end of a job's log.
 *
 * @param status such as success, failure, running
 * @param started when, as the server says; empty before, and {@code ended} likewise
 * @param lines those that were asked for, in their order
 * @param count how many lines the log has
 */
public record JobLog(
        String name, String status, String started, String ended, List<Line> lines, int count) {

    public JobLog {
        lines = List.copyOf(lines);
    }

    /**
     * @param number from 1
     */
    public record Line(int number, String text) {}

    /**
     * Which lines are meant. Only the last million characters of a log are looked at.
     *
     * @param grep only lines that contain this, whatever the case; empty for any
     * @param most of each job no more than these, the last
     * @param failures whether no lines are wanted of jobs that did not fail
     * @param sight what may be seen of a text, with as many lines
     */
    public record LogQuery(String grep, int most, boolean failures, UnaryOperator<String> sight) {

        /** The last lines of each job. */
        public static LogQuery of(String grep, int most, UnaryOperator<String> sight) {
            return new LogQuery(grep, most, false, sight);
        }

        /** The last lines of each job that failed; of others, how they ended. */
        public static LogQuery ofFailures(int most, UnaryOperator<String> sight) {
            return new LogQuery("", most, true, sight);
        }
    }
}
