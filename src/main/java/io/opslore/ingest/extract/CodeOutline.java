package io.opslore.ingest.extract;

import io.opslore.library.Block;
import io.opslore.library.Block.Kind;
import io.opslore.library.LineRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds functions, types, stages and sections by how code is indented, which works alike in all
 * languages whose code is formatted: what begins at the margin goes on until the next line at the
 * margin that does not close it. Comments and annotations belong to what follows them.
 */
final class CodeOutline {

    private static final int LONG = 60;

    private final List<String> lines;
    private final Declarations declarations;
    private final List<Block> blocks = new ArrayList<>();

    private CodeOutline(List<String> lines, Declarations declarations) {
        this.lines = lines;
        this.declarations = declarations;
    }

    static Outline outline(String syntax, List<String> lines) {
        var outline = new CodeOutline(lines, Declarations.of(syntax));
        outline.addUnits(0, lines.size(), 0, "");
        return Outline.untitled(outline.blocks);
    }

    /** Adds the units of the lines from (included) to (excluded) that begin at an indent. */
    private void addUnits(int from, int to, int indent, String prefix) {
        int loose = -1;
        int at = from;
        while (at < to) {
            if (lines.get(at).isBlank()) {
                at++;
                continue;
            }
            int head = declarations.isAttached(lines.get(at)) ? skipAttached(at, to) : at;
            String label = head < to ? declarations.label(lines.get(head)) : null;
            int end = head < to ? end(head, to, indent) : to;
            if (label == null) {
                loose = loose < 0 ? at : loose;
            } else {
                addLoose(loose, at);
                loose = -1;
                addUnit(at, head, end, prefix + label);
            }
            at = end;
        }
        addLoose(loose, to);
    }

    private int skipAttached(int from, int to) {
        int at = from;
        while (at < to && declarations.isAttached(lines.get(at))) {
            at++;
        }
        // A comment that stands alone belongs to nothing.
        return at < to && !lines.get(at).isBlank() ? at : at - 1;
    }

    /** Where the unit that begins on a line ends: the first line that is not part of it. */
    private int end(int head, int to, int indent) {
        int at = head + 1;
        while (at < to && !startsNext(lines.get(at), indent, declarations.sections())) {
            at++;
        }
        return at;
    }

    private boolean startsNext(String line, int indent, boolean sections) {
        if (line.isBlank()) {
            return false;
        }
        if (sections) {
            return declarations.label(line) != null;
        }
        if (indent(line) > indent) {
            return false;
        }
        return !declarations.closes(line.strip());
    }

    private void addUnit(int from, int head, int to, String label) {
        int last = lastText(from, to);
        if (last - from >= LONG && declarations.isContainer(lines.get(head))) {
            int inner = innerIndent(head + 1, last);
            if (inner > indent(lines.get(head))) {
                addMembers(from, head, last, inner, label);
                return;
            }
        }
        blocks.add(new Block(Kind.FUNCTION, new LineRange(from + 1, last), 0, label));
    }

    /** A long type: its head as one block, then each of its members. */
    private void addMembers(int from, int head, int last, int indent, String label) {
        blocks.add(new Block(Kind.CODE, new LineRange(from + 1, head + 1), 0, label));
        addUnits(head + 1, last, indent, label + ".");
    }

    private void addLoose(int from, int to) {
        if (from >= 0) {
            blocks.addAll(Paragraphs.blocks(lines, from, to, Kind.CODE));
        }
    }

    private int innerIndent(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!lines.get(i).isBlank()) {
                return indent(lines.get(i));
            }
        }
        return 0;
    }

    /** The line behind the last one with text. */
    private int lastText(int from, int to) {
        int last = to;
        while (last > from + 1 && lines.get(last - 1).isBlank()) {
            last--;
        }
        return last;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }
}
