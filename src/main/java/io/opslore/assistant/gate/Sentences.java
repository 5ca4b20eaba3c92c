package io.opslore.assistant.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts an answer into sentences, each with the markers it is to be measured by. A sentence without
 * a marker of its own shares the next one in its block, else the one before; a list item, a row or
 * code without any shares that of the text above which leads up to it, else of what follows.
 */
final class Sentences {

    static final Pattern MARKER = Pattern.compile("\\[(\\d{1,6})\\]");

    private static final Pattern END =
            Pattern.compile("([.!?…]+)[\"'»”)*_]*((?:\\s*\\[\\d{1,6}\\])*)(?:\\s+|\\z)");
    private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}.]+\\z");
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    """
                    e.g i.e etc vs cf approx no fig sec min max ver resp incl viz inc st dr mr ms
                    т.е т.д т.п т.к т.н др напр гг стр рис см им ул руб тыс млн млрд мин сек шт англ пр св ок прим
                    """
                            .strip()
                            .split("\\s+"));

    private Sentences() {}

    static List<Sentence> of(String markdown) {
        List<AnswerBlock> blocks = AnswerBlock.of(markdown);
        List<List<Sentence>> cut = blocks.stream().map(Sentences::cut).toList();
        var all = new ArrayList<Sentence>();
        for (int index = 0; index < blocks.size(); index++) {
            List<Integer> shared =
                    blocks.get(index).kind().leansBack() ? around(blocks, cut, index) : List.of();
            all.addAll(shared(cut.get(index), shared));
        }
        return all;
    }

    private static List<Sentence> cut(AnswerBlock block) {
        return switch (block.kind()) {
            case HEADING -> List.of(sentence(block.text(), Sentence.Kind.HEADING));
            case ROW -> List.of(sentence(block.text(), Sentence.Kind.PROSE));
            case CODE -> codeLines(block.text());
            case PARAGRAPH, ITEM -> prose(block.text());
        };
    }

    private static List<Sentence> codeLines(String fenced) {
        List<String> lines = fenced.lines().toList();
        int end = lines.size() > 1 && isFence(lines.getLast()) ? lines.size() - 1 : lines.size();
        return lines.subList(1, Math.max(1, end)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Sentence(line, Sentence.Kind.CODE, List.of()))
                .toList();
    }

    private static boolean isFence(String line) {
        return line.strip().matches("[>\\s]*(?:`{3,}|~{3,})");
    }

    private static List<Sentence> prose(String text) {
        String masked = withoutSpans(text);
        var sentences = new ArrayList<Sentence>();
        int from = 0;
        Matcher end = END.matcher(masked);
        while (end.find()) {
            if (endsHere(masked, text, end)) {
                add(sentences, text.substring(from, end.end()));
                from = end.end();
            }
        }
        add(sentences, text.substring(from));
        return sentences;
    }

    private static boolean endsHere(String masked, String text, MatchResult end) {
        if (end.end() < text.length() && Character.isLowerCase(text.charAt(end.end()))) {
            return false;
        }
        if (!end.group(1).equals(".") || end.end() == text.length()) {
            return true;
        }
        Matcher word = LAST_WORD.matcher(masked.substring(0, end.start()));
        String last = word.find() ? word.group().toLowerCase(Locale.ROOT) : "";
        return last.length() != 1 && !ABBREVIATIONS.contains(last);
    }

    private static void add(List<Sentence> sentences, String text) {
        if (!text.isBlank()) {
            sentences.add(sentence(text.strip(), Sentence.Kind.PROSE));
        }
    }

    private static Sentence sentence(String text, Sentence.Kind kind) {
        return new Sentence(
                text,
                kind,
                MARKER.matcher(withoutSpans(text))
                        .results()
                        .map(found -> Integer.valueOf(found.group(1)))
                        .distinct()
                        .toList());
    }

    /** Of the same length, so that what is found in it stands at the same place in the text. */
    private static String withoutSpans(String text) {
        var masked = new StringBuilder(text);
        for (MarkdownParts.Part part : MarkdownParts.of(text).parts()) {
            if (!part.isProse()) {
                masked.replace(part.start(), part.end(), "x".repeat(part.end() - part.start()));
            }
        }
        return masked.toString();
    }

    private static List<Sentence> shared(List<Sentence> block, List<Integer> fromAround) {
        var result = new ArrayList<Sentence>(block);
        List<Integer> next = List.of();
        for (int index = block.size() - 1; index >= 0; index--) {
            List<Integer> own = block.get(index).markers();
            next = own.isEmpty() ? next : own;
            result.set(index, block.get(index).sharing(next));
        }
        List<Integer> before = fromAround;
        for (int index = 0; index < result.size(); index++) {
            if (result.get(index).markers().isEmpty()) {
                result.set(index, result.get(index).sharing(before));
            } else {
                before = result.get(index).markers();
            }
        }
        return result;
    }

    private static List<Integer> around(
            List<AnswerBlock> blocks, List<List<Sentence>> cut, int index) {
        for (int before = index - 1; before >= 0; before--) {
            List<Integer> markers = markers(cut.get(before).reversed());
            if (!markers.isEmpty()) {
                return markers;
            }
            if (!blocks.get(before).kind().leansBack()) {
                break;
            }
        }
        for (int after = index + 1; after < blocks.size(); after++) {
            List<Integer> markers = markers(cut.get(after));
            if (!markers.isEmpty() || !blocks.get(after).kind().leansBack()) {
                return markers;
            }
        }
        return List.of();
    }

    private static List<Integer> markers(List<Sentence> sentences) {
        return sentences.stream()
                .map(Sentence::markers)
                .filter(markers -> !markers.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
