package io.opslore.assistant;

import io.opslore.assistant.lookup.Plan;
import io.opslore.assistant.lookup.PlannedCall;
import io.opslore.connections.ConnectionInfo;
import io.opslore.identity.AccountId;
import io.opslore.models.ChatPart;
import io.opslore.models.ChatRequest;
import io.opslore.models.ChatRequest.Speaker;
import io.opslore.models.ChatRequest.Turn;
import io.opslore.models.ModelOptions;
import io.opslore.models.Models;
import io.opslore.models.TaskModel;
import io.opslore.tools.LiveTools.Offer;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks a model what to look up next. */
@Component
class LookupPlanning {

    private static final String FILE = "/prompts/lookup.md";
    private static final int ANSWER_TOKENS = 400;

    private final Models models;
    private final PromptParts parts;
    private final String rules = rules();

    LookupPlanning(Models models, PromptParts parts) {
        this.models = models;
        this.parts = parts;
    }

    /**
     * @param atMost waits no longer than this for all of it
     * @return what the model wants and what that cost; nothing where it could not say so in time
     */
    Planned plan(Wanted wanted, TaskModel.Ready model, RunningAnswer answer, Duration atMost) {
        ModelOptions usual = model.options();
        // The same window as for the answer: another one would make the server load the model anew.
        var options = new ModelOptions(usual.contextTokens(), 0, usual.keepAlive(), false);
        var request =
                new ChatRequest(
                        List.of(
                                new Turn(Speaker.SYSTEM, rules + "\n\n" + told(wanted.offer())),
                                new Turn(Speaker.USER, asking(wanted.asked(), wanted.found()))),
                        ANSWER_TOKENS,
                        options,
                        Plan.form(wanted.offer().tools()));
        AccountId asker = wanted.asked().asker().id();
        try (var stream = new ModelStream(models.stream(model.model(), request, asker))) {
            answer.onStop(stream::stop);
            return heard(stream, System.nanoTime() + atMost.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Planned.NOTHING;
        }
    }

    private static Planned heard(ModelStream stream, long until) throws InterruptedException {
        var said = new StringBuilder();
        while (true) {
            List<ModelStream.Event> came =
                    stream.next(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            if (came.isEmpty()) {
                return Planned.NOTHING;
            }
            for (ModelStream.Event event : came) {
                switch (event) {
                    case ModelStream.Event.Came(ChatPart.Words words) -> said.append(words.text());
                    case ModelStream.Event.Came(ChatPart.Done done) -> {
                        return new Planned(Plan.read(said.toString()), Spent.counted(done));
                    }
                    case ModelStream.Event.Came(ChatPart other) -> {}
                    case ModelStream.Event.Broke broke -> {
                        return Planned.NOTHING;
                    }
                    case ModelStream.Event.Stopped stopped -> {
                        return Planned.NOTHING;
                    }
                }
            }
        }
    }

    private String asking(Asked asked, List<String> found) {
        String earlier =
                asked.earlier().stream()
                        .skip(Math.max(0, asked.earlier().size() - 2))
                        .map(one -> "Earlier question: " + parts.said(one.question()) + "\n")
                        .collect(Collectors.joining());
        String results =
                found.stream()
                        .map(one -> "<<<\n" + ModelText.harmless(one) + "\n>>>\n")
                        .collect(Collectors.joining());
        return earlier
                + "Question: "
                + parts.said(asked.question())
                + "\n\n"
                + (results.isEmpty() ? "Nothing was looked up yet." : "Found so far:\n" + results)
                + "\nWhat is to be looked up next?";
    }

    private static String told(Offer offer) {
        return "Sources:\n"
                + offer.sources().stream()
                        .map(LookupPlanning::told)
                        .collect(Collectors.joining("\n"))
                + "\n\nTools:\n"
                + offer.tools().stream()
                        .map(LookupPlanning::told)
                        .collect(Collectors.joining("\n"));
    }

    private static String told(ConnectionInfo source) {
        return "- %s (%s, %s)"
                .formatted(source.id().value(), source.kind(), ModelText.line(source.name()));
    }

    private static String told(ToolInfo tool) {
        return "- %s: %s Arguments: %s"
                .formatted(
                        tool.name(),
                        tool.description(),
                        tool.parameters().stream()
                                .map(LookupPlanning::told)
                                .collect(Collectors.joining("; ")));
    }

    private static String told(ToolParameter parameter) {
        return parameter.name()
                + (parameter.required() ? " (required)" : "")
                + " – "
                + parameter.description();
    }

    private static String rules() {
        try (InputStream file = LookupPlanning.class.getResourceAsStream(FILE)) {
            byte[] bytes = Objects.requireNonNull(file, FILE).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a model wants. */
    record Planned(List<PlannedCall> calls, Spent spent) {

        static final Planned NOTHING = new Planned(List.of(), Spent.NOTHING);
    }

    /**
     * What a plan is wanted for.
     *
     * @param found what the calls before have found, each already without secrets
     */
    record Wanted(Asked asked, Offer offer, List<String> found) {}
}
