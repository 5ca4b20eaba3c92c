package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.NotFound;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConversationsTests extends AssistantRoomTest {

    @Test
    void aFirstQuestionNamesItsConversation() throws Exception {
        Asker anna = somebody(Role.READER);
        Answer answer =
                answered(
                        "How do I  restart\nthe payments database? " + "Because ".repeat(20),
                        null,
                        anna);
        Conversation conversation = conversations.conversation(answer.conversation(), anna);
        assertThat(conversation.title())
                .startsWith("How do I restart the payments database? Because")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void listsTheNewestFirst() throws Exception {
        Asker anna = somebody(Role.READER);
        Answer first = answered("One", null, anna);
        answered("Two", null, anna);
        answered("Three", first.conversation(), anna);
        assertThat(conversations.list("", anna))
                .extracting(Conversation::title)
                .containsExactly("One", "Two");
        assertThat(conversations.answers(first.conversation(), anna))
                .extracting(Answer::question)
                .containsExactly("One", "Three");
    }

    @Test
    void findsByTitleQuestionAndAnswerInBothLanguagesCaseAside() throws Exception {
        Asker anna = somebody(Role.READER);
        retrieval.finds(passage(space(), "a.md", "Остановите Ёлку командой `halt 100%_now!`."));
        Answer answer = answered("Как остановить ёлку?", null, anna);
        retrieval.finds();
        answered("Vault", null, anna);
        assertThat(conversations.list("ЁЛКУ КОМАНДОЙ", anna))
                .extracting(Conversation::id)
                .containsExactly(answer.conversation());
        assertThat(conversations.list("100%_now!", anna)).hasSize(1);
        assertThat(conversations.list("100%now", anna)).isEmpty();
        assertThat(conversations.list("vault", anna)).hasSize(1);
    }

    @Test
    void renamesWithinLimits() throws Exception {
        Asker anna = somebody(Role.READER);
        ConversationId id = answered("One", null, anna).conversation();
        conversations.rename(id, "  Better ", anna);
        assertThat(conversations.conversation(id, anna).title()).isEqualTo("Better");
        assertThatIllegalArgumentException().isThrownBy(() -> conversations.rename(id, "  ", anna));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conversations.rename(id, "x".repeat(201), anna));
    }

    @Test
    void deletesWithAllAnswersAndTheirLedger() throws Exception {
        Asker anna = somebody(Role.READER);
        retrieval.finds(passage(space(), "a.md", "Restart the gateway with care."));
        ConversationId id = answered("Restart the gateway?", null, anna).conversation();
        conversations.delete(id, anna);
        assertThat(conversations.list("", anna)).isEmpty();
        assertThat(
                        database.sql("select count(*) from answer where conversation_id = ?")
                                .param(id.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void anotherAccountFindsNothing() throws Exception {
        Asker anna = somebody(Role.READER);
        Asker boris = somebody(Role.READER, Role.ADMIN);
        Answer answer = answered("Mine", null, anna);
        ConversationId id = answer.conversation();
        assertThat(conversations.list("", boris)).isEmpty();
        assertThat(conversations.list("Mine", boris)).isEmpty();
        notFound(boris, asker -> conversations.conversation(id, asker));
        notFound(boris, asker -> conversations.answers(id, asker));
        notFound(boris, asker -> conversations.rename(id, "His", asker));
        notFound(boris, asker -> conversations.delete(id, asker));
        notFound(boris, asker -> assistant.ask("And?", id, asker));
        notFound(boris, asker -> assistant.follow(answer.id(), asker, told -> {}));
        notFound(boris, asker -> assistant.stop(answer.id(), asker));
        notFound(boris, asker -> assistant.retry(answer.id(), asker));
        assertThat(conversations.answers(id, anna)).hasSize(1);
    }

    @Test
    void anotherAccountCannotReachAnAnswerThatIsStillRunning() throws Exception {
        Asker anna = somebody(Role.READER);
        Asker boris = somebody(Role.READER, Role.ADMIN);
        Runnable goOn = retrieval.hold();
        Answer answer = assistant.ask("Mine", null, anna);
        notFound(boris, asker -> assistant.follow(answer.id(), asker, told -> {}));
        notFound(boris, asker -> assistant.stop(answer.id(), asker));
        notFound(boris, asker -> assistant.retry(answer.id(), asker));
        goOn.run();
        assertThat(followed(answer.id(), anna).getLast().outcome())
                .isEqualTo(Answer.Outcome.NO_SUPPORT);
    }

    private static void notFound(Asker asker, Consumer<Asker> action) {
        assertThatThrownBy(() -> action.accept(asker)).isInstanceOf(NotFound.class);
    }
}
