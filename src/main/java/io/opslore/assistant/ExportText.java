package io.opslore.assistant;

import java.util.List;
import java.util.stream.Collectors;

/** A conversation as Markdown that can be read anywhere. */
final class ExportText {

    private final Export.Wording wording;

    ExportText(Export.Wording wording) {
        this.wording = wording;
    }

    String of(Conversation conversation, List<Answer> answers) {
        return "# "
                + line(conversation.title())
                + "\n\n"
                + answers.stream().map(this::exchange).collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private String exchange(Answer answer) {
        String sources =
                answer.citations().stream().map(this::source).collect(Collectors.joining("\n\n"));
        String text =
                answer.markdown().isBlank() ? wording.say("export.noText") : answer.markdown();
        return "## "
                + line(answer.question())
                + "\n\n"
                + text
                + (sources.isEmpty()
                        ? ""
                        : "\n\n### " + wording.say("ask.sources") + "\n\n" + sources);
    }

    private String source(Citation citation) {
        if (citation.isClosed()) {
            return wording.say("export.closed", citation.marker());
        }
        return wording.say(
                        "export.source",
                        citation.marker(),
                        line(citation.title()),
                        citation.path(),
                        citation.revisionNumber(),
                        citation.lines().first(),
                        citation.lines().last())
                + "\n\n"
                + citation.quote().lines().map(one -> "> " + one).collect(Collectors.joining("\n"));
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
