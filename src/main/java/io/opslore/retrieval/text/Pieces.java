package io.opslore.retrieval.text;

import io.opslore.library.Block;
import io.opslore.library.RevisionText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes a text apart along its blocks, and blocks that are too large along their lines. */
final class Pieces {

    private final List<String> lines;
    private final int[] sizes;
    private final ChunkSize size;
    private final Deque<Block> headings = new ArrayDeque<>();
    private final List<Piece> pieces = new ArrayList<>();
    private int next = 1;

    private Pieces(List<String> lines, ChunkSize size) {
        this.lines = lines;
        this.sizes = lines.stream().mapToInt(TextSize::of).toArray();
        this.size = size;
    }

    static List<Piece> of(RevisionText text, ChunkSize size) {
        var pieces = new Pieces(text.lines(), size);
        text.blocks().forEach(pieces::add);
        pieces.addUnstructuredUntil(pieces.lines.size());
        return pieces.pieces;
    }

    private void add(Block block) {
        int last = Math.min(block.lines().last(), lines.size());
        addUnstructuredUntil(block.lines().first() - 1);
        if (last < next) {
            return;
        }
        if (block.kind() == Block.Kind.HEADING) {
            enter(block);
            pieces.add(piece(next, last, true, true, ""));
        } else if (block.kind().whole() && sizeOf(next, last) <= size.max()) {
            pieces.add(piece(next, last, false, true, block.label()));
        } else {
            cut(next, last, block.kind().whole() ? size.min() : size.fine(), block.label());
        }
        next = last + 1;
    }

    private void enter(Block heading) {
        while (!headings.isEmpty() && headings.getLast().level() >= heading.level()) {
            headings.removeLast();
        }
        headings.addLast(heading);
    }

    /** Lines that belong to no block; blank ones among them are only gaps. */
    private void addUnstructuredUntil(int last) {
        while (next <= last) {
            if (lines.get(next - 1).isBlank()) {
                next++;
                continue;
            }
            int end = next;
            while (end < last && !lines.get(end).isBlank()) {
                end++;
            }
            cut(next, end, size.fine(), "");
            next = end + 1;
        }
    }

    /** Runs of lines up to the wanted size; a line that is larger stands alone. */
    private void cut(int first, int last, int wanted, String label) {
        int start = first;
        int sum = 0;
        for (int line = first; line <= last; line++) {
            if (line > start && isCutBefore(line, sum, wanted)) {
                pieces.add(piece(start, line - 1, false, start == first, label));
                start = line;
                sum = 0;
            }
            sum += sizes[line - 1];
        }
        pieces.add(piece(start, last, false, start == first, label));
    }

    private boolean isCutBefore(int line, int sum, int wanted) {
        boolean full = sum + sizes[line - 1] > wanted;
        boolean atGap = lines.get(line - 2).isBlank() && sum > wanted / 2;
        return full || atGap;
    }

    private Piece piece(int first, int last, boolean heading, boolean begins, String label) {
        List<String> path = headings.stream().map(Block::label).toList();
        return new Piece(first, last, sizeOf(first, last), heading, begins, path, label);
    }

    private int sizeOf(int first, int last) {
        int sum = 0;
        for (int line = first; line <= last; line++) {
            sum += sizes[line - 1];
        }
        return sum;
    }
}
