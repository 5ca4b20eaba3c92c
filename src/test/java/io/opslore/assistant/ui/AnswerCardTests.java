package io.opslore.assistant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import io.opslore.assistant.Answer;
import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.AnswerId;
import io.opslore.assistant.Citation;
import io.opslore.assistant.CitedSource;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.Lookup;
import io.opslore.assistant.SourceDifference;
import io.opslore.assistant.Workings;
import io.opslore.kit.IconButton;
import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.Standing;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelStatus;
import io.opslore.models.ModelTask;
import io.opslore.models.Thinking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ViewPackages(packages = "io.opslore.kit")
class AnswerCardTests extends BrowserlessTest {

    private static final AnswerId ID = new AnswerId(UUID.randomUUID());
    private static final ConversationId CONVERSATION = new ConversationId(UUID.randomUUID());
    private static final Citation CITATION =
            new Citation(
                    1,
                    new DocumentId(UUID.randomUUID()),
                    new RevisionId(UUID.randomUUID()),
                    3,
                    "runbooks/a.md",
                    "Runbook A",
                    "Runbook A › Steps",
                    new LineRange(10, 12),
                    0,
                    "one\ntwo\nthree",
                    "");

    /** The same before a text counts it. */
    private static final Citation GIVEN =
            new Citation(
                    0,
                    CITATION.document(),
                    CITATION.revision(),
                    CITATION.revisionNumber(),
                    CITATION.path(),
                    CITATION.title(),
                    CITATION.headingPath(),
                    CITATION.lines(),
                    CITATION.page(),
                    CITATION.quote(),
                    CITATION.sha256());

    private final List<Citation> opened = new ArrayList<>();
    private final List<Answer> retried = new ArrayList<>();
    private final List<Answer> kept = new ArrayList<>();
    private final List<String> models = new ArrayList<>();
    private AnswerCard card;

    @BeforeEach
    void show() {
        card =
                new AnswerCard(
                        cited -> opened.add(cited.citation()),
                        new Asking(),
                        () -> new ModelStatus.ModelMissing("http://localhost:11434", "qwen3"),
                        new NothingChanged());
        UI.getCurrent().add(card);
    }

    @Test
    void showsWordsWhileTheyComeAndSourcesAtTheEnd() {
        card.show(answer(Outcome.STREAMING, "It is **4", List.of()));
        assertThat(find(SourcesUsed.class, card).all()).isEmpty();

        card.show(answer(Outcome.ANSWERED, "It is **42** [1].", List.of()));
        assertThat(find(Html.class, card).single().getInnerHtml())
                .contains("<strong>42</strong>")
                .contains("data-cite=\"1\"")
                .contains("lines=L10-L12");
        assertThat(find(SourcesUsed.class, card).all()).hasSize(1);
    }

    @Test
    void saysHowManyAreBeforeItWhileItWaitsForTheModel() {
        card.show(waiting(2));
        assertThat(status()).isEqualTo("Waiting for the model: 2 before you");
        card.show(waiting(0));
        assertThat(status()).isEqualTo("Waiting for the model: you are next");

        UI.getCurrent().setLocale(Locale.of("ru"));
        card.show(waiting(21));
        assertThat(status()).isEqualTo("Очередь к модели: перед вами 21");
    }

    @Test
    void opensTheCitationOfAListedSource() {
        card.show(answer(Outcome.ANSWERED, "It is 42 [1].", List.of()));

        test(find(Button.class, find(SourcesUsed.class, card).single()).single()).click();

        assertThat(opened).containsExactly(CITATION);
    }

    @Test
    void marksSentencesThatTheirSourceDoesNotBearOutAndSaysWhy() {
        card.show(answer(Outcome.ANSWERED, "It is 43 [1]. Yes.", List.of("It is 43 [1].")));

        assertThat(find(Html.class, card).single().getInnerHtml())
                .contains("<mark class=\"unsupported\">It is 43 </mark>");
        assertThat(find(AnswerNote.class, card).all()).hasSize(1);
    }

    @Test
    void saysHowToConnectAModelInPassagesMode() {
        card.show(answer(Outcome.PASSAGES, "> It is 42. [1]", List.of()));

        assertThat(find(Code.class, card).single().getText()).isEqualTo("ollama pull qwen3");
    }

    @Test
    void saysThatTheModelWasAskedInVainWhereItQuotesInstead() {
        card.show(quotedInstead());

        assertThat(find(AnswerNote.class, card).single().getElement().getTextRecursively())
                .contains("because the model did not answer", "The model took too long");
    }

    @Test
    void saysWhatGoesOnUntilTheFirstWord() {
        card.show(answer(Outcome.SEARCHING, "", List.of()));
        assertThat(status()).isEqualTo("Searching the sources…");
        card.show(answer(Outcome.READING, "", List.of()));
        assertThat(status()).isEqualTo("The model reads what was found…");
        card.show(answer(Outcome.STREAMING, "It", List.of()));
        assertThat(status()).isEqualTo("Writing…");
    }

    @Test
    void showsWhatTheModelReadsUntilTheFirstWord() {
        card.show(reading());
        Button given = find(Button.class, find(SourcesUsed.class, card).single()).single();
        assertThat(find(Marker.class, card).all()).isEmpty();
        assertThat(given.getAriaLabel().orElseThrow()).isEqualTo("Open Runbook A, L10-L12");
        test(given).click();
        assertThat(opened).containsExactly(GIVEN);

        card.show(answer(Outcome.STREAMING, "It", List.of()));
        assertThat(find(SourcesUsed.class, card).all()).isEmpty();

        card.show(answer(Outcome.ANSWERED, "It is 42 [1].", List.of()));
        assertThat(find(Marker.class, card).single().getText()).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SUPPORT", "STOPPED", "CUT_OFF", "FAILED", "WITHHELD"})
    void saysWhatHappenedAndOffersToAskAgain(Outcome outcome) {
        Answer answer = answer(outcome, "", List.of());
        card.show(answer);

        assertThat(find(AnswerNote.class, card).all()).hasSize(1);
        test(find(IconButton.class, card).single()).click();
        assertThat(retried).containsExactly(answer);
    }

    @Test
    void offersToAskAgainBelowTheNewestAnswerOnly() {
        card.show(answer(Outcome.FAILED, "", List.of()));
        card.setLast(false);

        assertThat(find(IconButton.class, card).all()).isEmpty();
    }

    @Test
    void namesEveryIconButton() {
        card.show(answer(Outcome.ANSWERED, "It is 42 [1].", List.of()));

        assertThat(find(IconButton.class, card).all())
                .hasSize(2)
                .allSatisfy(button -> assertThat(button.getAriaLabel()).isPresent());
    }

    @Test
    void offersOtherModelsToCompareWith() {
        card.show(answer(Outcome.ANSWERED, "It is 42 [1].", List.of()));
        assertThat(labels()).doesNotContain("Compare with …");

        models.addAll(List.of("qwen3", "llama3"));
        card.show(answer(Outcome.ANSWERED, "It is 42 [1].", List.of()));
        assertThat(labels()).contains("Ask again with …", "Compare with …");

        card.setLast(false);
        assertThat(labels()).doesNotContain("Compare with …");
    }

    @Test
    void showsTwoAnswersBesideEachOtherUntilOneIsKept() {
        models.addAll(List.of("qwen3", "llama3"));
        card.show(answer(Outcome.ANSWERED, "It is 42 [1].", List.of()));
        card.compare(answer(Outcome.STREAMING, "It is 4", List.of()));
        assertThat(keeping()).hasSize(1);
        card.compare(answer(Outcome.ANSWERED, "It is 43 [1].", List.of()));

        assertThat(find(AnswerBody.class, card).all())
                .extracting(body -> body.getElement().getTextRecursively())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("qwen3"),
                        second -> assertThat(second).startsWith("qwen3"));
        assertThat(labels()).doesNotContain("Ask again", "Ask again with …", "Compare with …");
        assertThat(keeping()).hasSize(2);
        test(keeping().getLast()).click();
        assertThat(kept).extracting(Answer::markdown).containsExactly("It is 43 [1].");

        card.setLast(false);
        assertThat(keeping()).isEmpty();
        card.compareNoMore();
        assertThat(find(AnswerBody.class, card).all()).hasSize(1);
    }

    private List<Button> keeping() {
        return find(Button.class, card).withText("Keep this one").all();
    }

    private List<String> labels() {
        return find(IconButton.class, card).all().stream()
                .flatMap(button -> button.getAriaLabel().stream())
                .toList();
    }

    private String status() {
        return find(Div.class, card).withAttribute("role", "status").single().getText();
    }

    private static Answer waiting(int ahead) {
        return answer(Outcome.WAITING, "", List.of(), ahead);
    }

    @Test
    void foldsThoughtsAndNamesTheTask() {
        card.show(thinking(Thinking.FOLDED));
        ThoughtsFold fold = find(ThoughtsFold.class, card).single();

        assertThat(fold.isOpened()).isFalse();
        assertThat(fold.getElement().getTextRecursively()).doesNotContain("Hmm.");
        fold.setOpened(true);
        assertThat(fold.getElement().getTextRecursively()).contains("Hmm.");
        assertThat(card.getElement().getTextRecursively()).contains("Code and review: qwen3");
    }

    @Test
    void opensThoughtsThatAreToBeShownAndLeavesThemToTheReader() {
        card.show(thinking(Thinking.SHOWN));
        ThoughtsFold fold = find(ThoughtsFold.class, card).single();
        assertThat(fold.isOpened()).isTrue();
        fold.setOpened(false);
        card.show(thinking(Thinking.SHOWN));

        assertThat(fold.isOpened()).isFalse();
    }

    private static Answer thinking(Thinking thinking) {
        return with(
                answer(Outcome.ANSWERED, "It is 42 [1].", List.of()),
                new Workings(ModelTask.CODE, thinking, "Hmm.", List.of(), List.of()));
    }

    private static Answer with(Answer answer, Workings workings) {
        return new Answer(
                answer.id(),
                answer.conversation(),
                answer.question(),
                answer.outcome(),
                answer.markdown(),
                answer.citations(),
                answer.unsupported(),
                answer.model(),
                answer.elapsed(),
                answer.tokens(),
                answer.askedAt(),
                answer.failure(),
                answer.remarks(),
                workings,
                0);
    }

    private static Answer answer(Outcome outcome, String markdown, List<String> unsupported) {
        return answer(outcome, markdown, unsupported, 0);
    }

    private static Answer reading() {
        Answer answer = answer(Outcome.READING, "", List.of());
        return with(
                answer,
                new Workings(ModelTask.GENERAL, Thinking.OFF, "", List.of(), List.of(GIVEN)));
    }

    private static Answer quotedInstead() {
        Answer quoted = answer(Outcome.PASSAGES, "> It is 42. [1]", List.of());
        return new Answer(
                ID,
                CONVERSATION,
                quoted.question(),
                quoted.outcome(),
                quoted.markdown(),
                quoted.citations(),
                List.of(),
                "qwen3",
                quoted.elapsed(),
                812,
                Instant.EPOCH,
                ModelFailure.Reason.TIMED_OUT,
                List.of(),
                Workings.NONE,
                0);
    }

    private static Answer answer(
            Outcome outcome, String markdown, List<String> unsupported, int ahead) {
        return new Answer(
                ID,
                CONVERSATION,
                "What is it?",
                outcome,
                markdown,
                markdown.contains("[1]") ? List.of(CITATION) : List.of(),
                unsupported,
                outcome == Outcome.PASSAGES ? null : "qwen3",
                Duration.ofMillis(4200),
                812,
                Instant.EPOCH,
                null,
                List.of(),
                Workings.NONE,
                ahead);
    }

    private final class Asking implements Again {

        @Override
        public void ask(Answer answer, String model) {
            retried.add(answer);
        }

        @Override
        public List<String> models() {
            return models;
        }

        @Override
        public void keep(Answer answer) {
            kept.add(answer);
        }
    }

    /** Sources that are what they were. */
    private static final class NothingChanged implements SourceLookup {

        @Override
        public Optional<String> seen(Lookup lookup) {
            return Optional.of("- name: api-7d9\n  state: CrashLoopBackOff");
        }

        @Override
        public Map<Citation, CitedSource> of(List<Citation> citations) {
            return citations.contains(GIVEN)
                    ? Map.of(GIVEN, new CitedSource(new Standing.Current(), null, null, true))
                    : Map.of();
        }

        @Override
        public Optional<SourceDifference> difference(Citation citation) {
            return Optional.empty();
        }
    }
}
