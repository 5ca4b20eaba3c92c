package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Space;
import io.opslore.library.Standing;
import io.opslore.retrieval.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an answer's conversation shows when its sources change afterwards. */
class ChangedSourcesTests extends AssistantRoomTest {

    private static final String TEXT =
            "# Gateway\n\nThe gateway listens on port 8443.\n\nLogs: /var/log.\n";

    @Test
    void aCitedSourceThatStaysIsCurrent() throws Exception {
        Asker reader = somebody(Role.READER);
        Citation citation = cited(space(), reader);

        assertThat(source(citation, reader).standing()).isInstanceOf(Standing.Current.class);
        assertThat(source(citation, reader).hasChanged()).isFalse();
    }

    @Test
    void changedLinesAreToldFromChangesElsewhere() throws Exception {
        Asker reader = somebody(Role.READER);
        Space space = space();
        Citation citation = cited(space, reader);

        passage(space, "gateway.md", TEXT + "More below.\n");
        assertThat(source(citation, reader).standing()).isInstanceOf(Standing.Changed.class);
        assertThat(source(citation, reader).hasChanged()).isFalse();

        passage(space, "gateway.md", TEXT.replace("8443", "9443"));
        assertThat(source(citation, reader).hasChanged()).isTrue();
        assertThat(
                        documents
                                .text(citation.revision(), reader)
                                .orElseThrow()
                                .quote(citation.lines()))
                .isEqualTo(citation.quote());
    }

    @Test
    void theQuoteOfARemovedSourceStaysForThoseWhoMayOpenItsSpace() throws Exception {
        Asker reader = somebody(Role.READER);
        Space space = space();
        Citation citation = cited(space, reader);
        var conversation = conversations.list("", reader).getFirst();

        bin.put(citation.document(), somebody(Role.ADMIN));
        assertThat(source(citation, reader).standing()).isInstanceOf(Standing.Removed.class);
        assertThat(conversations.answers(conversation.id(), reader).getFirst().citations())
                .containsExactly(citation);

        bin.purge(citation.document(), somebody(Role.ADMIN));
        assertThat(source(citation, reader).standing()).isInstanceOf(Standing.Removed.class);
        assertThat(conversations.answers(conversation.id(), reader).getFirst().citations())
                .containsExactly(citation);

        database.sql("delete from space_access where space_id = ?")
                .param(space.id().value())
                .update();
        assertThat(conversations.answers(conversation.id(), reader).getFirst().citations())
                .allMatch(Citation::isClosed);
    }

    @Test
    void listsWhatChangedSinceADayCitedToBothRevisions() throws Exception {
        Asker reader = somebody(Role.READER);
        Space space = space();
        String path = "gateway-" + space.id().value() + ".md";
        Passage first = passage(space, path, TEXT);
        database.sql("update revision set created_at = now() - interval '3 days' where id = ?")
                .param(first.revision().value())
                .update();
        Passage second = passage(space, path, TEXT.replace("8443", "9443"));

        Answer answer =
                answered(
                        "What changed since yesterday in " + space.id().value() + "?",
                        null,
                        reader);

        assertThat(answer.outcome()).isEqualTo(Outcome.CHANGES);
        assertThat(answer.citations())
                .extracting(Citation::revision, Citation::quote)
                .containsExactly(
                        tuple(first.revision(), "The gateway listens on port 8443."),
                        tuple(second.revision(), "The gateway listens on port 9443."));
        assertThat(answer.markdown()).contains("revision 1 [1] → revision 2 [2]");
    }

    @Test
    void aListOfChangesStaysAndQuotesNothingThatMayNoLongerBeOpened() throws Exception {
        Asker reader = somebody(Role.READER);
        Space space = space();
        passage(space, "secret-" + space.id().value() + ".md", TEXT);
        Answer answer =
                answered(
                        "Что изменилось за последние 2 дня в " + space.id().value() + "?",
                        null,
                        reader);
        assertThat(answer.markdown()).contains("secret-").contains("добавлен");

        database.sql("delete from space_access where space_id = ?")
                .param(space.id().value())
                .update();

        assertThat(conversations.answers(answer.conversation(), reader).getFirst().citations())
                .isNotEmpty()
                .allMatch(Citation::isClosed);
    }

    private Citation cited(Space space, Asker reader) throws Exception {
        retrieval.finds(passage(space, "gateway.md", TEXT));
        modelSays("The gateway listens on port 8443 [1].");
        return answered("Which port does the gateway listen on?", null, reader)
                .citations()
                .getFirst();
    }

    private CitedSource source(Citation citation, Asker reader) {
        return citedSources.of(List.of(citation), reader).get(citation);
    }
}
