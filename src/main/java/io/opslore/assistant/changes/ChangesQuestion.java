package io.opslore.assistant.changes;

import io.opslore.assistant.gate.Terms;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question for what has changed, in English or Russian: "What changed since Monday about Redis?"
 *
 * @param since the first day that counts
 * @param about what else the question names; may be none
 */
public record ChangesQuestion(LocalDate since, Terms about) {

    private static final int FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern ASKS =
            Pattern.compile(
                    "^\\W*(?:what|which|who|show|list|tell|any)\\b.*\\b(?:changed|changes?|new|updated|modified|added|removed|edited)\\b"
                            + "|^\\W*(?:что|какие|кто|покажи|перечисли|расскажи)\\b.*\\b(?:изменил\\w*|изменени\\w*|поменял\\w*|обновил\\w*|нового|новое|новые|добавил\\w*|удалил\\w*)",
                    FLAGS | Pattern.DOTALL);

    /** Words of the question that say nothing about what it is about. */
    private static final Pattern FRAME =
            Pattern.compile(
                    "\\b(?:what|which|who|show|list|tell|any|me|us|has|have|been|is|are|was|were|changed|changes?|new|updated|modified|added|removed|edited"
                            + "|s|documents?|docs?|files?|pages?|there|in|on|since|the|our|all"
                            + "|что|какие|кто|покажи|перечисли|расскажи|изменил\\w*|изменени\\w*|поменял\\w*|обновил\\w*|нового|новое|новые|добавил\\w*|удалил\\w*"
                            + "|документ\\w*|файл\\w*|страниц\\w*|наш\\w*|все)\\b",
                    FLAGS);

    /** Empty for every other question, also for those that name no time. */
    public static Optional<ChangesQuestion> in(String question, LocalDate today) {
        if (!ASKS.matcher(question).find()) {
            return Optional.empty();
        }
        return TimeWords.in(question, today)
                .map(time ->
                        new ChangesQuestion(
                                time.day(), Terms.of(FRAME.matcher(time.rest()).replaceAll(" "))));
    }
}
