package io.opslore.ingest.extract;

import io.opslore.library.Block;
import java.util.ArrayList;
import java.util.List;

/** Splits at blank lines: the structure that every text has. */
final class Paragraphs {

    private Paragraphs() {}

    static Outline outline(List<String> lines) {
        return Outline.untitled(blocks(lines, 0, lines.size(), Block.Kind.PARAGRAPH));
    }

    /** The blocks of the lines from (included, counted from 0) to (excluded). */
    static List<Block> blocks(List<String> lines, int from, int to, Block.Kind kind) {
        List<Block> blocks = new ArrayList<>();
        int start = -1;
        for (int i = from; i <= to; i++) {
            boolean text = i < to && !lines.get(i).isBlank();
            if (text && start < 0) {
                start = i;
            } else if (!text && start >= 0) {
                blocks.add(Block.of(kind, start + 1, i));
                start = -1;
            }
        }
        return blocks;
    }
}
