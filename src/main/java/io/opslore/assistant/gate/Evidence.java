package io.opslore.assistant.gate;

import io.opslore.retrieval.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One passage, prepared for looking facts up in it. */
final class Evidence {

    /** Stands in an answer for what the reader is to fill in. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>\\s]+>");

    private final Passage passage;
    private final String names;
    private final String collapsed;
    private final List<Set<String>> commandLines;
    private final Set<String> words;
    private final List<Quantity> quantities;

    Evidence(Passage passage) {
        this.passage = passage;
        // Title, path and headings say what the lines below them are about.
        String all =
                String.join(
                        "\n",
                        passage.document().title(),
                        passage.document().path(),
                        passage.headingPath(),
                        passage.text());
        List<String> inOrder = Terms.wordsOf(all);
        names = lower(all);
        collapsed = collapsed(joined(passage.text()));
        commandLines = joined(passage.text()).lines().map(Evidence::tokens).toList();
        words = Set.copyOf(inOrder);
        quantities = new ArrayList<>(Quantity.in(all));
        quantities.addAll(Quantity.inWords(inOrder));
    }

    Passage passage() {
        return passage;
    }

    boolean bearsOut(Fact fact) {
        return switch (fact) {
            case Fact.Name name -> holdsName(name.text());
            case Fact.ProperName name -> holdsWord(name.text());
            case Fact.Command command -> holdsCommand(command.text());
            case Quantity claimed ->
                    quantities.stream().anyMatch(quantity -> quantity.bearsOut(claimed));
        };
    }

    private boolean holdsName(String name) {
        String wanted = lower(name);
        if (PLACEHOLDER.matcher(name).matches() || holdsWhole(wanted)) {
            return true;
        }
        if (wanted.matches("v\\d.*")) {
            return holdsWhole(wanted.substring(1));
        }
        String[] parts = wanted.split("[:=]");
        return parts.length > 1
                && Arrays.stream(parts).filter(part -> !part.isEmpty()).allMatch(this::holdsWhole);
    }

    /** Not as a part of a longer name: {@code db-1} does not stand in {@code db-10}. */
    private boolean holdsWhole(String wanted) {
        for (int at = names.indexOf(wanted); at >= 0; at = names.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (isEdge(at - 1, wanted.charAt(0)) && isEndOfName(end)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEdge(int before, char first) {
        if (before < 0 || !Character.isLetterOrDigit(first)) {
            return true;
        }
        char previous = names.charAt(before);
        return !Character.isLetterOrDigit(previous)
                || (previous == 'v' && Character.isDigit(first));
    }

    private boolean isEndOfName(int end) {
        if (end >= names.length() || !Character.isLetterOrDigit(names.charAt(end - 1))) {
            return true;
        }
        boolean plural = names.charAt(end) == 's' && Character.isLetter(names.charAt(end - 1));
        int next = plural ? end + 1 : end;
        return next >= names.length() || !Character.isLetterOrDigit(names.charAt(next));
    }

    private boolean holdsWord(String word) {
        String wanted = lower(word);
        return words.stream().anyMatch(held -> Terms.isSame(wanted, held)) || holdsWhole(wanted);
    }

    private boolean holdsCommand(String command) {
        if (collapsed.contains(collapsed(command))) {
            return true;
        }
        Set<String> wanted = tokens(command);
        return !wanted.isEmpty()
                && commandLines.stream()
                        .anyMatch(line -> wanted.stream().allMatch(token -> isAmong(line, token)));
    }

    private static boolean isAmong(Set<String> line, String token) {
        if (line.contains(token)) {
            return true;
        }
        Matcher placeholder = PLACEHOLDER.matcher(token);
        if (!placeholder.find()) {
            return false;
        }
        String before = token.substring(0, placeholder.start());
        String after = token.substring(placeholder.end());
        return before.isEmpty() && after.isEmpty()
                || line.stream().anyMatch(held -> held.startsWith(before) && held.endsWith(after));
    }

    private static Set<String> tokens(String line) {
        return Arrays.stream(line.strip().split("[\\s`]+"))
                .map(token -> token.replaceAll("^[\"'(]+|[\"'),;]+$", ""))
                .filter(token -> !token.isEmpty() && !token.equals("$"))
                .collect(Collectors.toSet());
    }

    /** Continued lines are one command. */
    private static String joined(String text) {
        return text.replaceAll("\\\\\\n\\s*", " ");
    }

    private static String collapsed(String text) {
        return text.replaceAll("\\\\\\n", " ").replaceAll("\\s+", " ").strip();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
