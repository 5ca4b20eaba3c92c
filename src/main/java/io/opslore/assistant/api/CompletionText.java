package io.opslore.assistant.api;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Citation;
import io.opslore.library.ui.DocumentNavigation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An answer as plain text with its sources below: what a client shows that knows nothing of
 * citations.
 *
 * @param portal the portal's own address, without a slash at its end
 */
record CompletionText(String portal) {

    /** All of it, once it has ended. */
    String whole(Answer answer) {
        return words(answer) + sources(answer);
    }

    /** What it says, or why it says nothing. */
    String words(Answer answer) {
        return answer.markdown().isEmpty() ? instead(answer) : answer.markdown();
    }

    String sources(Answer answer) {
        return answer.citations().isEmpty()
                ? ""
                : answer.citations().stream()
                        .map(this::source)
                        .collect(Collectors.joining("\n", "\n\n", "\n"));
    }

    /** The sources for programs, by marker. */
    List<Map<String, Object>> citations(Answer answer) {
        return answer.citations().stream().map(this::citation).toList();
    }

    private Map<String, Object> citation(Citation citation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("marker", citation.marker());
        fields.put("document", citation.document().value());
        fields.put("revision", citation.revision().value());
        fields.put("revision_number", citation.revisionNumber());
        fields.put("title", citation.title());
        fields.put("path", citation.path());
        fields.put("first_line", citation.lines().first());
        fields.put("last_line", citation.lines().last());
        fields.put("quote", citation.quote());
        fields.put("sha256", citation.sha256());
        fields.put("url", address(citation));
        return fields;
    }

    private String source(Citation citation) {
        return "[%d] %s, %s, revision %d, %s: <%s>  "
                .formatted(
                        citation.marker(),
                        citation.title().replaceAll("\\s+", " "),
                        citation.path(),
                        citation.revisionNumber(),
                        citation.lines().fragment(),
                        address(citation));
    }

    private String address(Citation citation) {
        return portal
                + "/"
                + DocumentNavigation.address(
                        citation.document(), citation.revision(), citation.lines());
    }

    private static String instead(Answer answer) {
        boolean russian = answer.question().codePoints().anyMatch(CompletionText::isCyrillic);
        return switch (answer.outcome()) {
            case SEARCHING, LOOKING, WAITING, READING, STREAMING -> "";
            case NO_SUPPORT, ANSWERED, PASSAGES, CHANGES, WITHHELD ->
                    russian
                            ? "В источниках нет ответа на этот вопрос."
                            : "The sources do not hold an answer to this question.";
            case STOPPED, CUT_OFF, FAILED ->
                    russian
                            ? "Модель не ответила; попробуйте ещё раз."
                            : "The model did not answer; try again.";
            case SEARCH_AWAY ->
                    russian
                            ? "Поиск сейчас недоступен; попробуйте позже."
                            : "Search is down for the moment; try again later.";
        };
    }

    private static boolean isCyrillic(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }
}
