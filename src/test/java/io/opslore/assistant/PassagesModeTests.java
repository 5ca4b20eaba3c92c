package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.LineRange;
import io.opslore.library.Space;
import org.junit.jupiter.api.Test;

class PassagesModeTests extends AssistantRoomTest {

    private static final String RUNBOOK =
            """
            # Payments database

            The office has a kitchen on the second floor.

            To restart the payments database, drain it first:

            ```bash
            kubectl -n payments rollout restart statefulset/payments-db
            kubectl -n payments rollout status statefulset/payments-db
            ```

            Lunch is served at noon.
            """;

    @Test
    void quotesThePartThatFitsWithItsCommandsWhole() throws Exception {
        Asker anna = somebody(Role.READER);
        retrieval.finds(passage(space(), "runbooks/db.md", RUNBOOK));
        Answer answer = answered("How do I restart the payments database?", null, anna);
        assertThat(answer.outcome()).isEqualTo(Outcome.PASSAGES);
        assertThat(answer.model()).isNull();
        assertThat(answer.markdown())
                .contains("> kubectl -n payments rollout restart statefulset/payments-db")
                .contains("> kubectl -n payments rollout status")
                .doesNotContain("kitchen", "Lunch")
                .endsWith("[" + answer.citations().size() + "]");
        Citation first = answer.citations().getFirst();
        assertThat(first.path()).isEqualTo("runbooks/db.md");
        assertThat(RUNBOOK).contains(first.quote());
        assertThat(first.sha256()).isEqualTo(Citations.sha256(first.quote()));
    }

    @Test
    void quotesRussianText() throws Exception {
        Asker anna = somebody(Role.READER);
        retrieval.finds(
                passage(
                        space(),
                        "ru.md",
                        "Обед в полдень.\n\nДля перезапуска базы платежей остановите трафик.\n"));
        Answer answer = answered("Как перезапустить базу платежей?", null, anna);
        assertThat(answer.markdown())
                .isEqualTo("> Для перезапуска базы платежей остановите трафик. [1]");
        assertThat(answer.citations().getFirst().lines()).isEqualTo(new LineRange(3, 3));
    }

    @Test
    void asksForMoreThanPromptingDoes() throws Exception {
        Asker anna = somebody(Role.READER);
        retrieval.finds(passage(space(), "a.md", "Restart the gateway.", 0.36, 0.61));
        assertThat(answered("Restart the gateway?", null, anna).outcome())
                .isEqualTo(Outcome.NO_SUPPORT);
    }

    @Test
    void saysNothingWhereNothingFits() throws Exception {
        Asker anna = somebody(Role.READER);
        retrieval.finds(passage(space(), "a.md", "Restart the gateway.", 0.2, 0.3));
        Answer answer = answered("Restart the gateway?", null, anna);
        assertThat(answer.outcome()).isEqualTo(Outcome.NO_SUPPORT);
        assertThat(answer.markdown()).isEmpty();
        assertThat(answer.citations()).isEmpty();
    }

    @Test
    void quotesAtMostFivePartsFromThreeDocumentsAndNoneTwice() throws Exception {
        Asker anna = somebody(Role.READER);
        Space space = space();
        String text = "Restart the gateway.\n\nRestart the gateway now.\n\nGateway restart.\n";
        retrieval.finds(
                passage(space, "a.md", text),
                passage(space, "b.md", text + "\nRestart the b gateway.\n"),
                passage(space, "c.md", text + "\nRestart the c gateway.\n"),
                passage(space, "d.md", "Restart the gateway at once.\n"));
        Answer answer = answered("Restart the gateway?", null, anna);
        assertThat(answer.citations()).hasSize(5);
        assertThat(answer.citations()).extracting(Citation::quote).doesNotHaveDuplicates();
        assertThat(answer.citations()).extracting(Citation::path).doesNotContain("d.md");
    }

    @Test
    void aMarkerInTheQuotedTextIsNotTakenForOneOfTheAnswer() throws Exception {
        Asker anna = somebody(Role.READER);
        retrieval.finds(
                passage(space(), "a.md", "Restart the gateway [2] as `list[3]` says [^1]."));
        Answer answer = answered("Restart the gateway?", null, anna);
        assertThat(answer.markdown())
                .isEqualTo("> Restart the gateway [\u20602] as `list[3]` says [\u2060^1]. [1]");
        assertThat(answer.citations()).hasSize(1);
    }

    @Test
    void neverQuotesFromASpaceThatTheAskerMayNotRead() throws Exception {
        Asker nobody = somebody(Role.CURATOR);
        retrieval.finds(passage(space(), "a.md", "Restart the gateway."));
        assertThat(answered("Restart the gateway?", null, nobody).outcome())
                .isEqualTo(Outcome.NO_SUPPORT);
    }
}
