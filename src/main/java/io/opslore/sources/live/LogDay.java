package io.opslore.sources.live;

import io.opslore.connections.Drain;
import java.time.Instant;
import java.util.List;

/**
 * What was seen of a log on one day.
 *
 * @param windows those that were looked at, in their order
 * @param errors patterns of lines that tell of errors
 * @param others patterns of all other lines
 */
record LogDay(List<Window> windows, List<Drain.Group> errors, List<Drain.Group> others) {

    static final LogDay NONE = new LogDay(List.of(), List.of(), List.of());

    LogDay {
        windows = List.copyOf(windows);
        errors = List.copyOf(errors);
        others = List.copyOf(others);
    }

    /**
     * A few minutes.
     *
     * @param errors how many lines told of errors
     * @param usual how many did in the day before, at the middle
     * @param rise whether that is more than usual
     * @param whole whether all lines were read
     * @param top the patterns of errors that came most
     */
    record Window(
            Instant start,
            long lines,
            long errors,
            long usual,
            boolean rise,
            boolean whole,
            List<Drain.Group> top) {

        Window {
            top = List.copyOf(top);
        }
    }
}
