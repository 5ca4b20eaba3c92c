package io.opslore.assistant;

import io.opslore.library.Block;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines that can stand alone as a quote: a paragraph, a list item, or code with the sentence that
 * leads up to it.
 */
record PassagePart(LineRange lines, Block.Kind kind) {

    private static final int LONGEST = 12;
    private static final int SMALLEST_STEP = 6;
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+•]|\\d+[.)])\\s+.*");

    /** All parts within the given lines, headings left out. */
    static List<PassagePart> of(RevisionText text, LineRange within) {
        var parts = new ArrayList<PassagePart>();
        List<String> lines = text.lines();
        for (Block block : blocks(text, lines, within)) {
            LineRange range = clipped(block.lines(), within);
            switch (block.kind()) {
                case HEADING -> {}
                case LIST -> items(lines, range).forEach(parts::add);
                case PARAGRAPH, LOG -> pieces(range, block.kind()).forEach(parts::add);
                case CODE, YAML_DOCUMENT, FUNCTION, TABLE ->
                        whole(range, block.kind())
                                .forEach(piece -> parts.add(withLead(piece, range, parts, lines)));
            }
        }
        return parts;
    }

    private static List<Block> blocks(RevisionText text, List<String> lines, LineRange within) {
        List<Block> known =
                text.blocks().stream().filter(block -> block.lines().overlaps(within)).toList();
        return known.isEmpty() ? paragraphs(lines, within) : known;
    }

    /** Runs of lines between blank ones, for texts whose structure is not known. */
    private static List<Block> paragraphs(List<String> lines, LineRange within) {
        var found = new ArrayList<Block>();
        int first = 0;
        int end = Math.min(within.last(), lines.size());
        for (int line = within.first(); line <= end + 1; line++) {
            boolean blank = line > end || lines.get(line - 1).isBlank();
            if (!blank && first == 0) {
                first = line;
            } else if (blank && first > 0) {
                found.add(Block.of(Block.Kind.PARAGRAPH, first, line - 1));
                first = 0;
            }
        }
        return found;
    }

    private static LineRange clipped(LineRange range, LineRange within) {
        return new LineRange(
                Math.max(range.first(), within.first()), Math.min(range.last(), within.last()));
    }

    private static List<PassagePart> items(List<String> lines, LineRange range) {
        var parts = new ArrayList<PassagePart>();
        int first = range.first();
        for (int line = range.first() + 1; line <= range.last() + 1; line++) {
            if (line > range.last() || ITEM.matcher(lines.get(line - 1)).matches()) {
                pieces(new LineRange(first, line - 1), Block.Kind.LIST).forEach(parts::add);
                first = line;
            }
        }
        return parts;
    }

    private static List<PassagePart> whole(LineRange range, Block.Kind kind) {
        return range.last() - range.first() < 2 * LONGEST
                ? List.of(new PassagePart(range, kind))
                : pieces(range, kind);
    }

    /** Overlapping windows where it is too long to be quoted as a whole. */
    private static List<PassagePart> pieces(LineRange range, Block.Kind kind) {
        var parts = new ArrayList<PassagePart>();
        int first = range.first();
        while (range.last() - first >= LONGEST) {
            parts.add(new PassagePart(new LineRange(first, first + LONGEST - 1), kind));
            first += SMALLEST_STEP;
        }
        parts.add(new PassagePart(new LineRange(first, range.last()), kind));
        return parts;
    }

    /** Code alone says little: a short sentence right above it comes along. */
    private static PassagePart withLead(
            PassagePart code, LineRange block, List<PassagePart> before, List<String> lines) {
        if (before.isEmpty() || code.lines().first() != block.first()) {
            return code;
        }
        PassagePart lead = before.getLast();
        boolean prose = lead.kind() == Block.Kind.PARAGRAPH || lead.kind() == Block.Kind.LIST;
        boolean adjoins = lead.lines().last() >= block.first() - 2;
        boolean leads = lines.get(lead.lines().last() - 1).stripTrailing().endsWith(":");
        return prose && adjoins && leads
                ? new PassagePart(
                        new LineRange(lead.lines().first(), code.lines().last()), code.kind())
                : code;
    }
}
