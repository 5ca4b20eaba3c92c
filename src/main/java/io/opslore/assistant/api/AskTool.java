package io.opslore.assistant.api;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Assistant;
import io.opslore.guard.LimitReached;
import io.opslore.guard.QuestionBlocked;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A question, answered from the knowledge base with its citations, for agents. */
@Component
class AskTool implements Tool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "docs_question_ask",
                    "Ask the knowledge base",
                    "Answers a question from the team's own documents, with a citation for each claim"
                            + " (document, revision, lines, quote). Takes as long as the language model"
                            + " does; use docs_passages_search where passages are enough.",
                    List.of(ToolParameter.text("question", "The question, in English or Russian")));

    /** A model on a slow machine takes minutes. */
    private static final int LONGER = 10;

    /** Found late: answering may call tools itself. */
    private final ObjectProvider<Assistant> assistant;

    AskTool(ObjectProvider<Assistant> assistant) {
        this.assistant = assistant;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Duration limit(Duration usual) {
        return usual.multipliedBy(LONGER);
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        Answer answer = answered(arguments.text("question"), asker);
        Map<String, Object> fields = new LinkedHashMap<>();
        var text = new CompletionText("");
        fields.put("answer", text.words(answer));
        fields.put("outcome", answer.outcome().name());
        fields.put("unsupported", answer.unsupported());
        fields.put("citations", text.citations(answer));
        fields.put("conversation", answer.conversation().value());
        return new Found(
                "knowledge base", "", List.of(new Found.Item(fields, "")), false, hint(answer));
    }

    private Answer answered(String question, Asker asker) {
        Assistant answering = assistant.getObject();
        try {
            Answer begun = answering.ask(question, null, asker);
            return ended(answering, begun, asker);
        } catch (LimitReached limit) {
            throw new ToolFailure(
                    Code.SCOPE_DENIED, limit.refusal().text() + ".", "Wait, or ask for less.");
        } catch (QuestionBlocked blocked) {
            throw ToolFailure.invalid(
                    "A rule of the portal refuses this question.", "Ask in other words.");
        }
    }

    private static Answer ended(Assistant answering, Answer begun, Asker asker) {
        var ended = new CompletableFuture<Answer>();
        Runnable leave =
                answering.follow(
                        begun.id(),
                        asker,
                        snapshot -> {
                            if (snapshot.outcome().isFinal()) {
                                ended.complete(snapshot);
                            }
                        });
        try {
            return ended.get();
        } catch (InterruptedException e) {
            answering.stop(begun.id(), asker);
            Thread.currentThread().interrupt();
            throw new ToolFailure(Code.TIMEOUT, "The answer took too long.", "Ask again later.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            leave.run();
        }
    }

    private static String hint(Answer answer) {
        return answer.unsupported().isEmpty()
                ? ""
                : "Sentences under unsupported are not borne out by what they cite.";
    }
}
