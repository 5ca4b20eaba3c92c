package io.opslore.retrieval;

import io.opslore.library.LineRange;
import io.opslore.retrieval.text.Chunk;
import io.opslore.retrieval.text.Place;
import java.util.ArrayList;
import java.util.List;

/** Chooses the lines of a chunk that show best why it was found. */
final class Extracting {

    private static final int LINES = 3;
    private static final int LONGEST = 320;
    private static final int BEFORE = 100;
    private static final String LEFT_OUT = "…";

    private final String text;
    private final List<Place> places;
    private final List<Integer> starts = new ArrayList<>();

    private Extracting(String text, List<Place> places) {
        this.text = text;
        this.places = places;
        for (int at = 0; at >= 0; at = next(at)) {
            starts.add(at);
        }
    }

    static Extract of(Chunk chunk, Marking marking) {
        String text = chunk.text();
        var extracting = new Extracting(text, marking.places(text));
        int first = extracting.bestLine();
        int last = extracting.lastLine(first);
        int offset = chunk.lines().first();
        return new Extract(
                chunk.headingPath(),
                new LineRange(offset + first, offset + last),
                chunk.page(),
                extracting.pieces(extracting.start(first), extracting.end(last)));
    }

    /** The line from which on the most different terms stand together; the first such. */
    private int bestLine() {
        int best = 0;
        long most = -1;
        for (int line = 0; line < starts.size(); line++) {
            long terms = isBlank(line) ? -1 : terms(start(line), end(lastLine(line)));
            if (terms > most) {
                best = line;
                most = terms;
            }
        }
        return best;
    }

    private int lastLine(int first) {
        int last = first;
        while (last + 1 < starts.size()
                && last - first + 1 < LINES
                && end(last + 1) - start(first) <= LONGEST) {
            last++;
        }
        while (last > first && isBlank(last)) {
            last--;
        }
        return last;
    }

    private long terms(int from, int to) {
        return places.stream()
                .filter(place -> place.start() >= from && place.end() <= to)
                .map(Place::term)
                .distinct()
                .count();
    }

    /** A line that is too long is shown around its first term. */
    private List<TextPiece> pieces(int start, int end) {
        int from = start;
        if (end - start > LONGEST) {
            int term =
                    places.stream()
                            .mapToInt(Place::start)
                            .filter(place -> place >= start && place < end)
                            .findFirst()
                            .orElse(start);
            from = Math.max(start, Math.min(term - BEFORE, end - LONGEST));
        }
        int to = Math.min(end, from + LONGEST);
        List<TextPiece> pieces = new ArrayList<>();
        if (from > start) {
            pieces.add(new TextPiece(LEFT_OUT, false));
        }
        pieces.addAll(Marking.pieces(text, places, from, to));
        if (to < end) {
            pieces.add(new TextPiece(LEFT_OUT, false));
        }
        return pieces;
    }

    private boolean isBlank(int line) {
        return text.substring(start(line), end(line)).isBlank();
    }

    private int start(int line) {
        return starts.get(line);
    }

    private int end(int line) {
        return line + 1 < starts.size() ? starts.get(line + 1) - 1 : text.length();
    }

    private int next(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? -1 : end + 1;
    }
}
