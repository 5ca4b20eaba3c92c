package io.opslore.retrieval.text;

import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Packs a text's pieces into chunks. A chunk is closed before a heading once it is large enough,
 * before any block once it is well filled, and before whatever would make it too large; headings at
 * its end go with the text that they announce. Thread-safe.
 */
public final class Chunker {

    /**
     * Goes up with every change that cuts chunks or their windows differently, so that stored ones
     * are made anew.
     */
    public static final int VERSION = 2;

    private static final int LONGEST_LABELS = 600;

    private final ChunkSize size;
    private final ToIntFunction<String> tokens;

    /**
     * @param tokens counts by the embedding model's own tokenizer
     */
    public Chunker(ChunkSize size, ToIntFunction<String> tokens) {
        this.size = size;
        this.tokens = tokens;
    }

    /** The chunks in the order of the text; together they hold every line that is not blank. */
    public List<Chunk> chunk(RevisionText text) {
        List<List<Piece>> packed = withoutSmallTail(pack(Pieces.of(text, size)));
        List<String> lines = text.lines();
        List<Chunk> chunks = new ArrayList<>();
        for (List<Piece> pieces : packed) {
            chunks.add(chunk(text, lines, pieces, chunks.size()));
        }
        return chunks;
    }

    private List<List<Piece>> pack(List<Piece> pieces) {
        List<List<Piece>> packed = new ArrayList<>();
        List<Piece> open = new ArrayList<>();
        int sum = 0;
        for (Piece piece : pieces) {
            if (endsBefore(piece, sum)) {
                // Nothing but headings is content too, or it would grow without end.
                List<Piece> headings =
                        sum >= size.min() && open.stream().allMatch(Piece::heading)
                                ? new ArrayList<>()
                                : takeHeadingsAtEnd(open);
                if (!open.isEmpty()) {
                    packed.add(open);
                }
                open = headings;
                sum = sizeOf(open);
            }
            open.add(piece);
            sum += piece.size();
        }
        if (!open.isEmpty()) {
            packed.add(open);
        }
        return packed;
    }

    private boolean endsBefore(Piece piece, int sizeSoFar) {
        return sizeSoFar + piece.size() > size.max()
                || (piece.heading() && sizeSoFar >= size.min())
                || (piece.begins() && sizeSoFar >= size.enough());
    }

    private static List<Piece> takeHeadingsAtEnd(List<Piece> open) {
        int from = open.size();
        while (from > 0 && open.get(from - 1).heading()) {
            from--;
        }
        List<Piece> end = open.subList(from, open.size());
        List<Piece> headings = new ArrayList<>(end);
        end.clear();
        return headings;
    }

    private List<List<Piece>> withoutSmallTail(List<List<Piece>> packed) {
        if (packed.size() < 2) {
            return packed;
        }
        List<Piece> tail = packed.getLast();
        List<Piece> before = packed.get(packed.size() - 2);
        if (sizeOf(tail) < size.min() / 2 && sizeOf(before) + sizeOf(tail) <= size.max()) {
            before.addAll(tail);
            packed.removeLast();
        } else if (!tail.getFirst().begins()) {
            level(before, tail);
        }
        return packed;
    }

    /** What was cut in the middle of a block is shared out, so that no scrap is left over. */
    private void level(List<Piece> before, List<Piece> tail) {
        while (sizeOf(tail) < size.min()
                && !before.getLast().begins()
                && sizeOf(before) - before.getLast().size() >= size.min()) {
            tail.addFirst(before.removeLast());
        }
    }

    private Chunk chunk(RevisionText text, List<String> all, List<Piece> pieces, int ordinal) {
        var lines = new LineRange(pieces.getFirst().first(), pieces.getLast().last());
        String quote = String.join("\n", all.subList(lines.first() - 1, lines.last()));
        return new Chunk(
                ordinal,
                String.join(" › ", commonPath(pieces)),
                labels(pieces),
                lines,
                text.pageOf(lines.first()),
                tokens.applyAsInt(quote),
                Language.of(quote),
                quote);
    }

    /**
     * What all its content stands under. A chunk merged of neighbouring sections is named after
     * what they share, never after one of them.
     */
    private static List<String> commonPath(List<Piece> pieces) {
        List<Piece> content = pieces.stream().filter(piece -> !piece.heading()).toList();
        List<List<String>> paths =
                (content.isEmpty() ? pieces : content).stream().map(Chunker::named).toList();
        List<String> common = paths.getFirst();
        for (List<String> path : paths) {
            int same = 0;
            while (same < Math.min(common.size(), path.size())
                    && common.get(same).equals(path.get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        return common;
    }

    private static List<String> named(Piece piece) {
        if (piece.label().isBlank()) {
            return piece.path();
        }
        List<String> path = new ArrayList<>(piece.path());
        path.add(piece.label());
        return path;
    }

    private static String labels(List<Piece> pieces) {
        Set<String> labels = new LinkedHashSet<>();
        for (Piece piece : pieces) {
            if (piece.heading()) {
                labels.add(piece.path().getLast());
            } else if (!piece.label().isBlank()) {
                labels.add(piece.label());
            }
        }
        String joined = labels.stream().collect(Collectors.joining(" "));
        return joined.substring(0, Math.min(joined.length(), LONGEST_LABELS));
    }

    private static int sizeOf(List<Piece> pieces) {
        return pieces.stream().mapToInt(Piece::size).sum();
    }
}
