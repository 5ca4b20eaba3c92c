package io.opslore.ingest.extract;

import io.opslore.library.Block;
import java.util.List;

/**
 * The structure of a text.
 *
 * @param title the text's own title, or empty
 */
record Outline(String title, List<Block> blocks) {

    static Outline untitled(List<Block> blocks) {
        return new Outline("", blocks);
    }

    /** Whether the blocks stand in order, do not overlap, and end within the text. */
    boolean fits(int lines) {
        int last = 0;
        for (Block block : blocks) {
            if (block.lines().first() <= last) {
                return false;
            }
            last = block.lines().last();
        }
        return last <= lines;
    }
}
