package io.opslore.ingest.extract;

import io.opslore.library.Block;
import java.util.ArrayList;
import java.util.List;

/** The paragraphs of a paged text; none runs over the end of a page. */
final class Pages {

    private Pages() {}

    static Outline outline(List<String> lines, List<Integer> pageFirstLines) {
        List<Block> blocks = new ArrayList<>();
        for (int page = 0; page < pageFirstLines.size(); page++) {
            int from = pageFirstLines.get(page) - 1;
            int to =
                    page + 1 < pageFirstLines.size()
                            ? pageFirstLines.get(page + 1) - 1
                            : lines.size();
            blocks.addAll(Paragraphs.blocks(lines, from, to, Block.Kind.PARAGRAPH));
        }
        return pageFirstLines.isEmpty() ? Paragraphs.outline(lines) : Outline.untitled(blocks);
    }
}
