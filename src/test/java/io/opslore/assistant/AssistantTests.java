package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.LineRange;
import io.opslore.library.Space;
import io.opslore.models.ChatPart;
import io.opslore.models.ChatRequest;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.retrieval.IndexAway;
import io.opslore.retrieval.Passage;
import io.opslore.testing.TestingModelServer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class AssistantTests extends AssistantRoomTest {

    private static final String TEXT =
            "# Gateway\n\nThe gateway listens on port 8443.\n\nIt is restarted by `systemctl restart gateway`.\n\nLogs are in /var/log/gateway.\nAsk the platform team.\n";
    private static final String QUESTION = "Which port does the gateway listen on?";

    @Test
    void answersWithACitationOfTheStoredLines() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelSays("The gateway listens", " on port 8443 [", "1]. Also [7].");
        Answer answer = answered(QUESTION, null, asker);
        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(answer.markdown()).isEqualTo("The gateway listens on port 8443 [1]. Also.");
        assertThat(answer.unsupported()).isEmpty();
        assertThat(answer.model()).isEqualTo(TestingModelServer.MODEL);
        assertThat(answer.tokens()).isEqualTo(42);
        Citation citation = answer.citations().getFirst();
        assertThat(citation.lines()).isEqualTo(new LineRange(3, 3));
        assertThat(citation.quote())
                .isEqualTo("The gateway listens on port 8443.")
                .isEqualTo(
                        documents
                                .text(citation.revision(), asker)
                                .orElseThrow()
                                .quote(citation.lines()));
        assertThat(citation.sha256()).isEqualTo(Citations.sha256(citation.quote()));
        assertThat(conversations.answers(answer.conversation(), asker)).containsExactly(answer);
    }

    @Test
    void keepsInTheLedgerWhatTheAnswerWasWrittenFrom() throws Exception {
        Asker asker = somebody(Role.READER);
        Space space = space();
        retrieval.finds(passage(space, "a.md", TEXT), passage(space, "b.md", "Nothing to see."));
        modelSays("Port 8443 [1].");
        Answer answer = answered(QUESTION, null, asker);
        assertThat(
                        database.sql(
                                        "select rank from answer_passage where answer_id = ? order by rank")
                                .param(answer.id().value())
                                .query(Integer.class)
                                .list())
                .containsExactly(1, 2);
        assertThat(
                        database.sql(
                                        "select prompt_version || ' ' || (options ->> 'contextTokens') from answer where id = ?")
                                .param(answer.id().value())
                                .query(String.class)
                                .single())
                .matches("answer-[0-9a-f]{12} 8192");
    }

    @Test
    void flagsWhatTheSourceDoesNotSay() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelSays("Port 8443 [1]. Then run `rm -rf /` [1].");
        assertThat(answered(QUESTION, null, asker).unsupported())
                .containsExactly("Then run `rm -rf /` [1].");
    }

    @Test
    void aModelThatCopiesTheFenceIsNotQuotedWithIt() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", "The gateway listens on port 8443."));
        modelSays("It listens on ", "port 8443 [1].\n<<<END", " 1 f3ba42d7>>>\n<<<PASSAGE 2 f3b");

        List<Answer> told = followed(assistant.ask("Which port?", null, asker).id(), asker);

        assertThat(told.getLast().markdown()).isEqualTo("It listens on port 8443 [1].");
        assertThat(told).noneMatch(answer -> answer.markdown().contains("END 1"));
    }

    @Test
    void everySnapshotIsFitToBeSeen() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(
                Flux.just("Port", " 8443 ", "[", "1", "]", ". And [", "9", "] no", "w [1].")
                        .delayElements(java.time.Duration.ofMillis(70))
                        .<ChatPart>map(ChatPart.Words::new)
                        .concatWithValues(new ChatPart.Done("m", 1, 1, false)));
        List<Answer> told = followed(assistant.ask(QUESTION, null, asker).id(), asker);
        assertThat(told).hasSizeGreaterThan(3);
        assertThat(told.getLast().markdown()).isEqualTo("Port 8443 [1]. And now [1].");
        assertThat(told)
                .allSatisfy(snapshot ->
                        assertThat(snapshot.markdown())
                                .doesNotContain("9")
                                .doesNotContainPattern("\\[\\d?$"));
    }

    @Test
    void saysSoWhereThePassagesDoNotHoldTheAnswer() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelSays("NO", "_ANS", "WER");
        List<Answer> told = followed(assistant.ask(QUESTION, null, asker).id(), asker);
        assertThat(told).allSatisfy(snapshot -> assertThat(snapshot.markdown()).isEmpty());
        assertThat(told.getLast().outcome()).isEqualTo(Outcome.NO_SUPPORT);
        assertThat(told.getLast().citations()).isEmpty();
    }

    @Test
    void doesNotAskAModelWhereNothingFits() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT, 0.2, 0.5));
        modelSays("Port 8443 [1].");
        Answer answer = answered(QUESTION, null, asker);
        assertThat(answer.outcome()).isEqualTo(Outcome.NO_SUPPORT);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void stopKeepsWhatCameAndEndsTheStream() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        var cancelled = new AtomicBoolean();
        modelAnswers(
                words("Port 8443 [1].\n")
                        .concatWith(Flux.never())
                        .doOnCancel(() -> cancelled.set(true)));
        Answer answer = assistant.ask(QUESTION, null, asker);
        awaitText(answer, asker);
        assistant.stop(answer.id(), asker);
        Answer stopped = followed(answer.id(), asker).getLast();
        assertThat(stopped.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(stopped.markdown()).isEqualTo("Port 8443 [1].");
        assertThat(stopped.citations()).hasSize(1);
        assertThat(cancelled).isTrue();
    }

    @Test
    void stopWhileSearchingAsksNoModel() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelSays("Port 8443 [1].");
        Runnable goOn = retrieval.hold();
        Answer answer = assistant.ask(QUESTION, null, asker);
        assertThat(answer.outcome()).isEqualTo(Outcome.SEARCHING);
        assistant.stop(answer.id(), asker);
        goOn.run();
        assertThat(followed(answer.id(), asker).getLast().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aBreakKeepsWhatCameAndRetryReplacesIt() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(words("Port 8443 [1]. The\n").concatWith(failure(Reason.CUT_OFF)));
        Answer cut = answered(QUESTION, null, asker);
        assertThat(cut.outcome()).isEqualTo(Outcome.CUT_OFF);
        assertThat(cut.failure()).isEqualTo(Reason.CUT_OFF);
        assertThat(cut.markdown()).isEqualTo("Port 8443 [1]. The");
        modelSays("Port 8443 [1].");
        Answer again = followed(assistant.retry(cut.id(), asker).id(), asker).getLast();
        assertThat(again.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(conversations.answers(cut.conversation(), asker)).containsExactly(again);
    }

    @Test
    void onlyTheLastAnswerIsRetried() throws Exception {
        Asker asker = somebody(Role.READER);
        Answer first = answered("One?", null, asker);
        answered("Two?", first.conversation(), asker);
        assertThatIllegalArgumentException().isThrownBy(() -> assistant.retry(first.id(), asker));
    }

    @Test
    void saysThatSearchIsDownInsteadOfAnsweringWithoutSources() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(text -> {
            throw new IndexAway("No server");
        });
        Answer answer = answered(QUESTION, null, asker);
        assertThat(answer.outcome()).isEqualTo(Outcome.SEARCH_AWAY);
        assertThat(answer.markdown()).isEmpty();
        assertThat(conversations.answers(answer.conversation(), asker)).containsExactly(answer);
    }

    @Test
    void whereAModelSaysNothingThePassagesAreQuotedAndWhyIsTold() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(failure(Reason.TIMED_OUT));
        Answer answer = answered(QUESTION, null, asker);
        assertThat(answer.outcome()).isEqualTo(Outcome.PASSAGES);
        assertThat(answer.failure()).isEqualTo(Reason.TIMED_OUT);
        assertThat(answer.citations()).isNotEmpty();
        assertThat(answer.model()).isNotNull();
        assertThat(conversations.answers(answer.conversation(), asker)).containsExactly(answer);
    }

    @Test
    void theReaderSeesThatTheModelReads() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(Flux.never());
        Answer answer = assistant.ask(QUESTION, null, asker);
        var seen = new CopyOnWriteArrayList<Answer>();
        Runnable leave = assistant.follow(answer.id(), asker, seen::add);
        await().until(() -> !seen.isEmpty() && seen.getLast().outcome() == Outcome.READING);
        assertThat(seen.getLast().model()).isNotNull();
        assertThat(seen.getLast().workings().given())
                .singleElement()
                .satisfies(given -> {
                    assertThat(given.path()).isEqualTo("gateway.md");
                    assertThat(given.quote()).isEqualTo(TEXT);
                    assertThat(given.marker()).isZero();
                });
        assistant.stop(answer.id(), asker);
        await().until(() -> seen.getLast().outcome().isFinal());
        assertThat(seen.getLast().workings().given()).isEmpty();
        leave.run();
    }

    @Test
    void whatTheModelReadsIsNotShownBesideItsWords() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(words("Port 8443 [1].\n").concatWith(Flux.never()));
        Answer answer = assistant.ask(QUESTION, null, asker);
        var seen = new CopyOnWriteArrayList<Answer>();
        Runnable leave = assistant.follow(answer.id(), asker, seen::add);
        await().until(() -> !seen.isEmpty() && seen.getLast().outcome() == Outcome.STREAMING);
        assertThat(seen.getLast().citations()).hasSize(1);
        assertThat(seen.getLast().workings().given()).isEmpty();
        assistant.stop(answer.id(), asker);
        leave.run();
    }

    @Test
    void aModelThatHasJustGoneLeavesThePassages() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(failure(Reason.UNREACHABLE));
        assertThat(answered(QUESTION, null, asker).outcome()).isEqualTo(Outcome.PASSAGES);
    }

    @Test
    void anAnswerAsLongAsItMayBeIsCutOff() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(
                words("Port 8443 [1]. It\n").concatWithValues(new ChatPart.Done("m", 5, 6, true)));
        Answer answer = answered(QUESTION, null, asker);
        assertThat(answer.outcome()).isEqualTo(Outcome.CUT_OFF);
        assertThat(answer.tokens()).isEqualTo(11);
    }

    @Test
    void isStoredWhileItRunsSoThatAKillLosesLittle() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(words("Port 8443 [1].\n").concatWith(Flux.never()));
        Answer answer = assistant.ask(QUESTION, null, asker);
        await().until(() -> !stored(answer, "markdown").isEmpty());
        assertThat(stored(answer, "outcome")).isEqualTo("STREAMING");
        assertThat(unfinished.cutOffAllBut(Set.of())).isPositive();
        assertThat(stored(answer, "outcome")).isEqualTo("CUT_OFF");
        assertThat(stored(answer, "markdown")).isEqualTo("Port 8443 [1].");
        assistant.stop(answer.id(), asker);
        followed(answer.id(), asker);
    }

    @Test
    void anAnswerOfAnotherPortalIsLeftAloneWhileThatOneLives() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelSays("It listens on port 8443 [1].");
        Answer answer = answered(QUESTION, null, asker);
        UUID other = UUID.randomUUID();
        isWorkedOnBy(other, answer);

        unfinished.cutOffAllBut(Set.of(other));
        assertThat(stored(answer, "outcome")).isEqualTo("STREAMING");

        unfinished.cutOffAllBut(Set.of(UUID.randomUUID()));
        assertThat(stored(answer, "outcome")).isEqualTo("CUT_OFF");
    }

    @Test
    void anAnswerOfAnotherPortalIsFollowedToItsEnd() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelSays("It listens on port 8443 [1].");
        Answer answer = answered(QUESTION, null, asker);
        UUID other = UUID.randomUUID();
        database.sql(
                        """
                        insert into portal (id, host, shared, started_at, seen_at)
                        values (?, 'elsewhere', '{}', now(), now())
                        """)
                .param(other)
                .update();
        isWorkedOnBy(other, answer);
        List<Answer.Outcome> seen = new CopyOnWriteArrayList<>();

        assistant.follow(answer.id(), asker, snapshot -> seen.add(snapshot.outcome()));
        await().until(() -> seen.contains(Answer.Outcome.STREAMING));
        database.sql("update answer set outcome = 'ANSWERED' where id = ?")
                .param(answer.id().value())
                .update();

        await().until(() -> seen.contains(Answer.Outcome.ANSWERED));
        assertThat(seen).doesNotContain(Answer.Outcome.CUT_OFF);
        database.sql("delete from portal where id = ?").param(other).update();
    }

    private void isWorkedOnBy(UUID portal, Answer answer) {
        database.sql("update answer set outcome = 'STREAMING', portal_id = ? where id = ?")
                .params(portal, answer.id().value())
                .update();
    }

    @Test
    void aFollowUpIsSearchedAndAskedWithItsConversation() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelSays("It listens on port 8443 [1].");
        Answer first = answered(QUESTION, null, asker);
        answered("And how do I restart it?", first.conversation(), asker);
        assertThat(retrieval.searches().getLast()).contains("restart", "gateway", "port");
        List<ChatRequest.Turn> turns = server.requests().getLast().turns();
        assertThat(turns)
                .extracting(ChatRequest.Turn::text)
                .contains(QUESTION, "It listens on port 8443.");
        assertThat(turns.getLast().text()).contains("And how do I restart it?", "<<<PASSAGE 1 ");
    }

    @Test
    void aShortQuestionIsSearchedAloneFirst() throws Exception {
        Asker asker = somebody(Role.READER);
        Passage passage = passage(space(), "gateway.md", TEXT);
        retrieval.finds(text -> text.contains("gateway") ? List.of(passage) : List.of());
        Answer first = answered(QUESTION, null, asker);
        Answer second = answered("Restart command?", first.conversation(), asker);
        assertThat(retrieval.searches())
                .containsExactly(
                        QUESTION, "Restart command?", "Restart command? port gateway listen");
        assertThat(second.outcome()).isEqualTo(Outcome.PASSAGES);
    }

    @Test
    void keepsAnAnswerForItsAskerAndQuotesNothingThatTheyMayNoLongerOpen() throws Exception {
        Asker asker = somebody(Role.READER);
        Space space = space();
        retrieval.finds(passage(space, "gateway.md", TEXT));
        modelSays("Port 8443 is secret [1].");
        Answer answer = answered(QUESTION, null, asker);
        database.sql("delete from space_access where space_id = ?")
                .param(space.id().value())
                .update();

        Answer seen = conversations.answers(answer.conversation(), asker).getFirst();
        assertThat(seen.outcome()).isEqualTo(answer.outcome());
        assertThat(seen.markdown()).isEqualTo(answer.markdown());
        assertThat(seen.citations()).hasSize(1).allMatch(Citation::isClosed);
        assertThat(seen.citations().getFirst().quote()).isEmpty();
        assertThat(seen.citations().getFirst().title()).isEmpty();
        assertThat(followed(answer.id(), asker).getLast()).isEqualTo(seen);
        assertThat(citedSources.of(seen.citations(), asker).values())
                .allMatch(CitedSource::isHidden);
        assertThat(conversations.list("is secret", asker)).hasSize(1);
    }

    @Test
    void tellsNoModelWhatWasWrittenFromASourceThatIsHiddenByNow() throws Exception {
        Asker asker = somebody(Role.READER);
        Space space = space();
        retrieval.finds(passage(space, "gateway.md", TEXT));
        modelSays("Port 8443 is secret [1].");
        Answer answer = answered(QUESTION, null, asker);
        retrieval.finds(passage(space(), "open.md", TEXT));
        modelSays("It is 8443 again [1].");
        answered("And why is it so?", answer.conversation(), asker);
        database.sql("delete from space_access where space_id = ?")
                .param(space.id().value())
                .update();

        answered("And what is it for?", answer.conversation(), asker);

        assertThat(server.requests().getLast().turns())
                .extracting(ChatRequest.Turn::text)
                // The second answer's sources are open, but its model had read the first answer.
                .noneMatch(text -> text.contains("is secret") || text.contains("8443 again"));
    }

    @Test
    void aFollowerThatLeftIsToldNoMore() throws Exception {
        Asker asker = somebody(Role.READER);
        Runnable goOn = retrieval.hold();
        Answer answer = assistant.ask(QUESTION, null, asker);
        var told = new java.util.concurrent.LinkedBlockingQueue<Answer>();
        Runnable leave = assistant.follow(answer.id(), asker, told::add);
        assertThat(told.take().outcome()).isEqualTo(Outcome.SEARCHING);
        leave.run();
        goOn.run();
        followed(answer.id(), asker);
        assertThat(told).isEmpty();
    }

    @Test
    void refusesQuestionsWithoutTextOrWithoutEnd() {
        Asker asker = somebody(Role.READER);
        assertThatIllegalArgumentException().isThrownBy(() -> assistant.ask("  ", null, asker));
        assertThatExceptionOfType(QuestionTooLong.class)
                .isThrownBy(() -> assistant.ask("x y ".repeat(8001), null, asker));
    }

    private void awaitText(Answer answer, Asker asker) {
        await().until(() ->
                !conversations
                        .answers(answer.conversation(), asker)
                        .getLast()
                        .markdown()
                        .isEmpty());
    }

    private String stored(Answer answer, String column) {
        return database.sql("select " + column + " from answer where id = ?")
                .param(answer.id().value())
                .query(String.class)
                .single();
    }

    private static Flux<ChatPart> words(String... words) {
        return Flux.fromArray(words).map(ChatPart.Words::new);
    }

    private static Flux<ChatPart> failure(Reason reason) {
        return Flux.error(new ModelFailure(reason, "On purpose"));
    }
}
