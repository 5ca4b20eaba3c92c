package io.opslore.ingest.extract;

import io.opslore.library.Block;
import io.opslore.library.LineRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One block per member of the outermost object or array; a short text is one block. */
final class JsonOutline {

    private static final int SHORT = 40;
    private static final Pattern KEY = Pattern.compile("\\s*\"([^\"\\\\]{1,80})\"\\s*:.*");

    private JsonOutline() {}

    static Outline outline(List<String> lines) {
        List<Integer> starts = lines.size() <= SHORT ? List.of() : memberStarts(lines);
        List<Block> blocks = new ArrayList<>();
        int first = 0;
        for (int start : starts) {
            add(lines, first, start, blocks);
            first = start;
        }
        add(lines, first, lines.size(), blocks);
        return Outline.untitled(blocks);
    }

    /** The lines on which something begins inside the outermost brackets only. */
    private static List<Integer> memberStarts(List<String> lines) {
        List<Integer> starts = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean closes = line.startsWith("}") || line.startsWith("]");
            if (depth == 1 && !line.isEmpty() && !closes) {
                starts.add(i);
            }
            depth += change(line);
        }
        return starts;
    }

    private static int change(String line) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']')) {
                depth--;
            }
        }
        return depth;
    }

    private static void add(List<String> lines, int from, int to, List<Block> blocks) {
        int last = to - 1;
        while (last >= from && lines.get(last).isBlank()) {
            last--;
        }
        if (last < from || lines.subList(from, last + 1).stream().allMatch(String::isBlank)) {
            return;
        }
        Matcher key = KEY.matcher(lines.get(from));
        String label = key.matches() ? key.group(1) : "";
        blocks.add(new Block(Block.Kind.CODE, new LineRange(from + 1, last + 1), 0, label));
    }
}
