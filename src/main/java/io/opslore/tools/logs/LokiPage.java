package io.opslore.tools.logs;

import io.opslore.connections.loki.LokiLine;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Lines in an order that is the same however many are asked for. Of lines of one moment Loki picks
 * any where it may not tell all: so a moment is told as a whole, or not yet.
 *
 * @param more whether Loki has more behind them
 */
record LokiPage(List<LokiLine> lines, boolean more) {

    private static final int MOST_OF_A_MOMENT = 2_000;

    /**
     * @param asking for so many lines
     * @param told at the beginning, which were told already
     * @param limit how many are wanted behind them
     */
    static LokiPage of(IntFunction<List<LokiLine>> asking, int told, int limit, boolean forward) {
        LokiPage page = once(asking, told + limit + 1, forward);
        if (page.more() && page.lines().size() <= told) {
            page = once(asking, MOST_OF_A_MOMENT, forward);
        }
        return page.more() && page.lines().size() <= told
                ? new LokiPage(inOrder(asking.apply(MOST_OF_A_MOMENT), forward), true)
                : page;
    }

    private static LokiPage once(IntFunction<List<LokiLine>> asking, int asked, boolean forward) {
        List<LokiLine> lines = inOrder(asking.apply(asked), forward);
        if (lines.size() < asked) {
            return new LokiPage(lines, false);
        }
        long open = lines.getLast().nanos();
        return new LokiPage(lines.stream().filter(line -> line.nanos() != open).toList(), true);
    }

    private static List<LokiLine> inOrder(List<LokiLine> lines, boolean forward) {
        Comparator<LokiLine> order = Comparator.comparingLong(LokiLine::nanos);
        return lines.stream()
                .sorted(
                        (forward ? order : order.reversed())
                                .thenComparing(line -> line.labels().toString())
                                .thenComparing(LokiLine::text))
                .toList();
    }
}
