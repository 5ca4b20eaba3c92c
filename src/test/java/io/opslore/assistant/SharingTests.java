package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.identity.GroupDeleted;
import io.opslore.identity.GroupId;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class SharingTests extends AssistantRoomTest {

    private static final String TEXT = "The gateway listens on port 8443.";
    private static final String QUESTION = "Which port does the gateway listen on?";

    @Autowired Sharing sharing;
    @Autowired SharedConversations shared;
    @Autowired Export export;
    @Autowired ApplicationEventPublisher events;

    @Test
    void thoseWhoAreNamedReadItAndNobodyElse() throws Exception {
        Asker owner = somebody(Role.READER);
        Asker reader = somebody(Role.READER);
        Asker other = somebody(Role.READER);
        Answer answer = asked(space(), owner);
        share(answer, owner, person(reader));

        assertThat(shared.list(reader)).extracting(SharedWith::id).contains(answer.conversation());
        assertThat(shared.answers(answer.conversation(), reader))
                .extracting(Answer::markdown)
                .containsExactly(answer.markdown());
        assertThat(shared.list(other)).isEmpty();
        assertThatThrownBy(() -> shared.answers(answer.conversation(), other))
                .isInstanceOf(NotFound.class)
                .hasMessage(absent());
    }

    @Test
    void aReaderMayReadAndNothingElse() throws Exception {
        Asker owner = somebody(Role.READER);
        Asker reader = somebody(Role.READER);
        Answer answer = asked(space(), owner);
        ConversationId conversation = answer.conversation();
        share(answer, owner, person(reader));

        assertThatThrownBy(() -> assistant.follow(answer.id(), reader, next -> {}))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assistant.stop(answer.id(), reader)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assistant.retry(answer.id(), reader)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assistant.ask("And then?", conversation, reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> conversations.rename(conversation, "Mine", reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> conversations.delete(conversation, reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sharing.readers(conversation, reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sharing.share(conversation, Set.of(), reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> export.markdown(conversation, (key, values) -> key, reader))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aReaderSeesNoAnswerFromASourceThatTheyMayNotOpenOrThatIsGone() throws Exception {
        Asker owner = somebody(Role.READER);
        Asker reader = somebody(Role.READER);
        Space space = space();
        Answer answer = asked(space, owner);
        share(answer, owner, person(reader));
        narrow(answer, person(owner));

        Answer seen = shared.answers(answer.conversation(), reader).getFirst();
        assertThat(seen.outcome()).isEqualTo(Outcome.WITHHELD);
        assertThat(seen.markdown()).isEmpty();
        assertThat(seen.citations()).isEmpty();
        assertThat(conversations.answers(answer.conversation(), owner).getFirst().citations())
                .noneMatch(Citation::isClosed);

        Answer second = asked(space(), owner);
        share(second, owner, person(reader));
        bin.purge(second.citations().getFirst().document(), admin());
        assertThat(shared.answers(second.conversation(), reader).getFirst().outcome())
                .isEqualTo(Outcome.WITHHELD);
    }

    @Test
    void anOpenPageIsToldWithinSecondsThatASourceIsHiddenAndThatItIsNotSharedAnyMore()
            throws Exception {
        Asker owner = somebody(Role.READER);
        Asker reader = somebody(Role.READER);
        Answer answer = asked(space(), owner);
        share(answer, owner, person(reader));
        var told = new CopyOnWriteArrayList<Optional<List<Answer>>>();
        Runnable leave = shared.follow(answer.conversation(), reader, told::add);
        await().until(() -> !told.isEmpty());

        narrow(answer, person(owner));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> told.getLast().orElseThrow().getFirst().outcome() == Outcome.WITHHELD);
        share(answer, owner);
        await().atMost(Duration.ofSeconds(5)).until(() -> told.getLast().isEmpty());
        leave.run();
    }

    @Test
    void onlyWhoMaySaysWhoReadsAndAnybodyTakesBackWhatTheyGave() throws Exception {
        Asker owner = somebody(Role.READER);
        Asker reader = somebody(Role.READER);
        Answer answer = asked(space(), owner);
        share(answer, owner, person(reader));
        Asker demoted = io.opslore.identity.TestingAuthority.asker(owner.id(), owner.username());

        assertThatThrownBy(() -> share(answer, demoted, person(somebody())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> export.markdown(answer.conversation(), (k, v) -> k, demoted))
                .isInstanceOf(NotAllowed.class);
        share(answer, demoted);
        assertThat(shared.list(reader)).isEmpty();
    }

    @Test
    void nobodyWhoDoesNotExistAndNoRoleIsNamed() throws Exception {
        Asker owner = somebody(Role.READER);
        Answer answer = asked(space(), owner);

        assertThatThrownBy(() ->
                        share(answer, owner, new Grantee.Members(new GroupId(UUID.randomUUID()))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> share(answer, owner, new Grantee.Holders(Role.READER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupThatIsNoMoreReadsNothing() throws Exception {
        Asker owner = somebody(Role.READER);
        Answer answer = asked(space(), owner);
        var group = new GroupId(UUID.randomUUID());
        database.sql(
                        "insert into user_group (id, name, description, created_at) values (?, ?, '', now())")
                .params(group.value(), "Group " + group.value())
                .update();
        share(answer, owner, new Grantee.Members(group));

        events.publishEvent(new GroupDeleted(group, "Group"));

        assertThat(sharing.readers(answer.conversation(), owner)).isEmpty();
    }

    @Test
    void anExportQuotesWithRevisionAndLinesAndLeavesOutWhatIsHidden() throws Exception {
        Asker owner = somebody(Role.READER);
        Answer answer = asked(space(), owner);

        assertThat(exported(answer, owner))
                .contains(QUESTION, "export.source[1, gateway.md, gateway.md, 1, 1, 1]")
                .contains("> " + TEXT);
        narrow(answer, person(admin()));
        assertThat(exported(answer, owner))
                .contains("export.closed[1]")
                .doesNotContain("> " + TEXT)
                .doesNotContain("gateway.md");
    }

    @Test
    void thePurgeOfANarrowedSourceDoesNotOpenWhatWasQuotedOfIt() throws Exception {
        Asker asker = somebody(Role.READER);
        Answer answer = asked(space(), asker);
        narrow(answer, person(admin()));
        bin.purge(answer.citations().getFirst().document(), admin());

        assertThat(conversations.answers(answer.conversation(), asker).getFirst().citations())
                .isNotEmpty()
                .allMatch(Citation::isClosed);
    }

    private String exported(Answer answer, Asker owner) {
        return export.markdown(
                answer.conversation(), (key, values) -> key + List.of(values), owner);
    }

    private Answer asked(Space space, Asker owner) throws Exception {
        retrieval.finds(passage(space, "gateway.md", TEXT));
        modelSays("The gateway listens on port 8443 [1].");
        return answered(QUESTION, null, owner);
    }

    private void share(Answer answer, Asker owner, Grantee... readers) {
        sharing.share(answer.conversation(), Set.of(readers), owner);
    }

    private void narrow(Answer answer, Grantee to) {
        var document = answer.citations().getFirst().document().value();
        database.sql("update document set narrowed = true where id = ?").param(document).update();
        database.sql(
                        "insert into document_narrowing (document_id, grantee_kind, grantee) values (?, ?, ?)")
                .params(document, to.kind(), to.key())
                .update();
    }

    private String absent() {
        try {
            shared.answers(new ConversationId(UUID.randomUUID()), somebody());
            return "";
        } catch (NotFound e) {
            return e.getMessage();
        }
    }

    private static Grantee person(Asker asker) {
        return new Grantee.Person(asker.id());
    }
}
