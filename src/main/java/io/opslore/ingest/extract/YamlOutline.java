package io.opslore.ingest.extract;

import io.opslore.library.Block;
import io.opslore.library.LineRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block per YAML document, by its lines: Helm templates are no valid YAML and are read just the
 * same. Kubernetes objects are labelled with kind and name.
 */
final class YamlOutline {

    private static final Pattern MARK = Pattern.compile("(---|\\.\\.\\.)(\\s.*)?");
    private static final Pattern KIND =
            Pattern.compile("kind:\\s*[\"']?([\\w.-]+)[\"']?\\s*(#.*)?");
    private static final Pattern NAME =
            Pattern.compile("\\s+name:\\s*[\"']?([^\\s\"'#{][^\\s\"'#]*)[\"']?\\s*(#.*)?");

    private YamlOutline() {}

    static Outline outline(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || MARK.matcher(lines.get(i)).matches()) {
                add(lines, start, i, blocks);
                start = i + 1;
            }
        }
        return Outline.untitled(blocks);
    }

    private static void add(List<String> lines, int from, int to, List<Block> blocks) {
        int first = from;
        int last = to - 1;
        while (first <= last && lines.get(first).isBlank()) {
            first++;
        }
        while (last > first && lines.get(last).isBlank()) {
            last--;
        }
        if (first <= last) {
            String label = label(lines.subList(first, last + 1));
            blocks.add(
                    new Block(
                            Block.Kind.YAML_DOCUMENT,
                            new LineRange(first + 1, last + 1),
                            0,
                            label));
        }
    }

    private static String label(List<String> document) {
        String kind = "";
        String name = "";
        boolean metadata = false;
        int depth = Integer.MAX_VALUE;
        for (String line : document) {
            Matcher kindFound = KIND.matcher(line);
            if (kindFound.matches() && kind.isEmpty()) {
                kind = kindFound.group(1);
            }
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                metadata = line.startsWith("metadata:");
                depth = Integer.MAX_VALUE;
            }
            Matcher nameFound = NAME.matcher(line);
            if (metadata && name.isEmpty() && nameFound.matches() && indent(line) <= depth) {
                name = nameFound.group(1);
            }
            if (metadata && indent(line) > 0 && !line.isBlank()) {
                depth = Math.min(depth, indent(line));
            }
        }
        return kind.isEmpty() || name.isEmpty() ? kind : kind + "/" + name;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
