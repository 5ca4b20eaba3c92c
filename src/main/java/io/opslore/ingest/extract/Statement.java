package io.opslore.ingest.extract;

import io.opslore.library.DecisionStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a decision record says about where it stands.
 *
 * @param supersededBy its successor as it is written, or empty
 * @param supersedes its predecessors as they are written
 */
record Statement(@Nullable DecisionStatus status, String supersededBy, List<String> supersedes) {

    static final Statement NONE = new Statement(null, "", List.of());

    private static final int LONGEST = 300;

    /** More states than that in one line are a template's choice. */
    private static final int MOST_STATES = 2;

    private static final Map<DecisionStatus, Pattern> STATES =
            Map.of(
                    DecisionStatus.SUPERSEDED,
                            words(
                                    "superseded|superceded|replaced by|obsoleted by|замен[её]н[оаы]?(?= |$|:|\\b)"),
                    DecisionStatus.DEPRECATED,
                            words(
                                    "deprecated|obsolete|retired|устарел[оаи]?|отменен[оаы]?|отменён"),
                    DecisionStatus.REJECTED,
                            words("rejected|declined|withdrawn|отклон[её]н[оаы]?|отвергнут[оаы]?"),
                    DecisionStatus.ACCEPTED,
                            words(
                                    "accepted|approved|adopted|принят[оаы]?|одобрен[оаы]?|утвержд[её]н[оаы]?"),
                    DecisionStatus.PROPOSED,
                            words(
                                    "proposed|proposal|draft|pending|in review|предложен[оаы]?|черновик|на рассмотрении|обсуждается"));

    private static final Pattern SUPERSEDED_BY =
            words(
                    "(?:superseded|superceded|replaced|obsoleted)\\s+(?:by|with)[^\\p{L}\\d]*?(?=[\\p{L}\\d\\[])(.+)|замен[её]н[оаы]?\\s+(?:на\\s+)?(.+)");
    private static final Pattern SUPERSEDES =
            words(
                    "(?:supersedes|supercedes|replaces|obsoletes|заменяет)[^\\p{L}\\d]*?(?=[\\p{L}\\d\\[])(.+)");
    private static final Pattern LINK =
            Pattern.compile(
                    "\\[[^\\]]*\\]\\([^)]*\\)|(?:link|xref):[^\\[\\s]+\\[[^\\]]*\\]|<<[^>]+>>");

    Statement {
        supersedes = List.copyOf(supersedes);
    }

    /** What one line says. */
    static Statement of(String line) {
        Set<DecisionStatus> states = EnumSet.noneOf(DecisionStatus.class);
        STATES.forEach((state, words) -> {
            if (words.matcher(line).find()) {
                states.add(state);
            }
        });
        if (states.size() > MOST_STATES) {
            return NONE;
        }
        Matcher by = SUPERSEDED_BY.matcher(line);
        Matcher of = SUPERSEDES.matcher(line);
        String successor =
                by.find()
                        ? references(by.group(1) == null ? by.group(2) : by.group(1)).stream()
                                .findFirst()
                                .orElse("")
                        : "";
        return new Statement(
                strongest(states), successor, of.find() ? references(of.group(1)) : List.of());
    }

    /** Both together; of two different states the one that says more. */
    Statement and(Statement other) {
        Set<DecisionStatus> states = EnumSet.noneOf(DecisionStatus.class);
        Stream.of(this, other)
                .forEach(each -> {
                    if (each.status != null) {
                        states.add(each.status);
                    }
                });
        return new Statement(
                strongest(states),
                supersededBy.isEmpty() ? other.supersededBy : supersededBy,
                Stream.concat(supersedes.stream(), other.supersedes.stream()).distinct().toList());
    }

    /** Links stay as they are written; words without links are cut at commas and "and". */
    static List<String> references(String text) {
        List<String> found = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            found.add(cut(link.group()));
        }
        if (found.isEmpty()) {
            Stream.of(text.split("[,;]|\\s(?:and|и)\\s"))
                    .map(part -> cut(part.strip().replaceAll("^[\\s*_|]+|[\\s.*_|]+$", "")))
                    .filter(part -> !part.isEmpty())
                    .forEach(found::add);
        }
        return found;
    }

    private static @Nullable DecisionStatus strongest(Set<DecisionStatus> states) {
        return Stream.of(
                        DecisionStatus.SUPERSEDED,
                        DecisionStatus.DEPRECATED,
                        DecisionStatus.REJECTED,
                        DecisionStatus.ACCEPTED,
                        DecisionStatus.PROPOSED)
                .filter(states::contains)
                .findFirst()
                .orElse(null);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Pattern words(String words) {
        return Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + words + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
