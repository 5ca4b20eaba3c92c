package io.opslore.library;

import java.util.List;

/**
 * A revision's text as it is searched, shown and cited. Immutable, and never changed once stored:
 * citations reproduce its bytes.
 *
 * @param text lines separated by {@code \n} only; a citation's lines are this text's lines; empty
 *     for a picture
 * @param title the document's own title, or empty
 * @param format how the text is written
 * @param syntax the language for highlighting (for instance {@code yaml}, {@code go}, {@code
 *     bash}), or empty
 * @param blocks its structure, in order
 * @param pageFirstLines for paged documents the line on which each page starts, page 1 first; else
 *     empty
 */
public record RevisionText(
        String text,
        String title,
        Format format,
        String syntax,
        List<Block> blocks,
        List<Integer> pageFirstLines) {

    public RevisionText {
        blocks = List.copyOf(blocks);
        pageFirstLines = List.copyOf(pageFirstLines);
    }

    /** All lines, without their ends. */
    public List<String> lines() {
        return List.of(text.split("\n", -1));
    }

    /**
     * The text of the given lines joined by {@code \n}, without a trailing one. Lines beyond the
     * end are left out.
     */
    public String quote(LineRange range) {
        List<String> lines = lines();
        int last = Math.min(range.last(), lines.size());
        return range.first() > last
                ? ""
                : String.join("\n", lines.subList(range.first() - 1, last));
    }

    /** The page that holds a line, from 1; 0 where the text has no pages. */
    public int pageOf(int line) {
        int page = 0;
        while (page < pageFirstLines.size() && pageFirstLines.get(page) <= line) {
            page++;
        }
        return page;
    }
}
