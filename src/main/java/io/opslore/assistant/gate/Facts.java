package io.opslore.assistant.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the facts of a sentence: numbers, names and commands. */
final class Facts {

    private static final Pattern STEP =
            Pattern.compile(
                    "(?:steps?|passages?|sources?|шаг\\p{L}*|пункт\\p{L}*|источник\\p{L}*)\\s+\\d+",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern COMMENT = Pattern.compile("(?:#|//|--\\s|;|\\.\\.\\.|…).*");
    private static final Pattern LEADING = Pattern.compile("^[\"'«»“”(\\[{*_~,;<>≈≥≤|]+");
    private static final Pattern TRAILING =
            Pattern.compile("(?:['’]s)?[\"'«»“”)\\]}*_~,;:.!?…<>|]+$|['’]s$");
    private static final Pattern NUMERIC =
            Pattern.compile("[~≈<>≥≤±+-]?\\d+(?:[.,]\\d+)?(?:%|[\\p{L}]+)?");
    private static final Pattern RANGE =
            Pattern.compile("\\d+(?:[.,]\\d+)?[–—-]\\d+(?:[.,]\\d+)?(?:%|\\p{L}+)?");
    private static final Pattern CODE_NUMBERS =
            Pattern.compile("\\d+(?:[.,:/-]\\d+){2,}|\\d{1,2}:\\d{2}|\\d+\\.\\d+\\.\\S*");
    private static final Pattern IDENTIFIER =
            Pattern.compile(
                    // mixed letters and digits, or a sign that words do not have inside
                    "(?=.*\\p{L})(?=.*\\d).+|.*\\p{L}[_@$].*|.*[_@$]\\p{L}.*"
                            + "|.*\\p{L}\\.\\p{L}{2,}.*|[~.]?/\\S+|\\S+/\\S+/\\S+"
                            + "|.*\\p{Ll}\\p{Lu}.*|--?[a-z][\\w-]*");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{Ll}'’-]{2,}");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z][A-Za-z-]+");
    private static final double TITLE_CASE = 0.6;

    private Facts() {}

    static List<Fact> of(Sentence sentence) {
        return switch (sentence.kind()) {
            case HEADING -> List.of();
            case CODE ->
                    COMMENT.matcher(sentence.text()).matches()
                            ? List.of()
                            : List.of(code(sentence.text()));
            case PROSE -> inProse(sentence.text());
        };
    }

    private static List<Fact> inProse(String text) {
        var facts = new ArrayList<Fact>();
        var prose = new StringBuilder();
        for (MarkdownParts.Part part : MarkdownParts.of(text).parts()) {
            String piece = text.substring(part.start(), part.end());
            if (part.isProse()) {
                prose.append(piece);
            } else {
                facts.add(code(piece.replaceAll("^`+\\s?|\\s?`+$", "")));
                prose.append(" \u0001 ");
            }
        }
        String plain = Sentences.MARKER.matcher(prose).replaceAll(" ").replace('|', ' ');
        facts.addAll(words(STEP.matcher(plain).replaceAll(" ")));
        return facts;
    }

    private static Fact code(String code) {
        String text = code.strip();
        return text.matches("\\S+") ? new Fact.Name(text) : new Fact.Command(text);
    }

    private static List<Fact> words(String prose) {
        var facts = new ArrayList<Fact>(Quantity.in(withoutNames(prose)));
        String[] chunks = prose.strip().split("\\s+");
        boolean titled = isTitled(chunks);
        boolean russian = isRussian(prose);
        boolean afterStop = true;
        for (String chunk : chunks) {
            String word = bare(chunk);
            if (isName(word) || (russian && LATIN_WORD.matcher(word).matches())) {
                facts.add(new Fact.Name(word));
            } else if (!afterStop && !titled && isProper(chunk, word)) {
                facts.add(new Fact.ProperName(word));
            }
            afterStop = chunk.isEmpty() || chunk.matches(".*[:.!?—–]");
        }
        return facts;
    }

    private static String withoutNames(String prose) {
        var kept = new StringBuilder();
        for (String chunk : prose.split("\\s+")) {
            kept.append(isName(bare(chunk)) ? "\u0001" : chunk).append(' ');
        }
        return kept.toString();
    }

    private static boolean isName(String word) {
        if (Quantity.Unit.named(word) != null) {
            return false;
        }
        if (NUMERIC.matcher(word).matches()) {
            return !hasKnownUnit(word);
        }
        return !RANGE.matcher(word).matches()
                && (CODE_NUMBERS.matcher(word).matches() || IDENTIFIER.matcher(word).matches())
                && !word.matches("\\p{L}\\.\\p{L}\\.?");
    }

    private static boolean hasKnownUnit(String numeric) {
        String unit = numeric.replaceFirst("^[^\\p{L}%]+", "");
        return unit.isEmpty() || unit.equals("%") || Quantity.Unit.named(unit) != null;
    }

    private static boolean isProper(String chunk, String word) {
        return CAPITALISED.matcher(word).matches() && chunk.startsWith(word);
    }

    private static boolean isTitled(String[] chunks) {
        long longer = 0;
        long capitalised = 0;
        for (String chunk : chunks) {
            String word = bare(chunk);
            if (word.length() > 3) {
                longer++;
                capitalised += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
            }
        }
        return longer > 3 && capitalised > TITLE_CASE * longer;
    }

    private static boolean isRussian(String prose) {
        long cyrillic =
                prose.chars()
                        .filter(c ->
                                Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC)
                        .count();
        long letters = prose.chars().filter(Character::isLetter).count();
        return cyrillic * 2 > letters;
    }

    private static String bare(String chunk) {
        return TRAILING.matcher(LEADING.matcher(chunk).replaceFirst("")).replaceFirst("");
    }
}
