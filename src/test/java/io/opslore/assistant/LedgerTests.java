package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.assistant.LedgerRecord.Rebuilt;
import io.opslore.assistant.UsedPassage.Content;
import io.opslore.audit.AuditEntry;
import io.opslore.audit.AuditFilter;
import io.opslore.audit.AuditLog;
import io.opslore.audit.AuditOrder;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.models.ChatRequest.Turn;
import io.opslore.retrieval.Passage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LedgerTests extends AssistantRoomTest {

    private static final String TEXT =
            "# Gateway\n\nThe gateway listens on port 8443.\n\tÄ tab, and \"quotes\".\n";
    private static final String QUESTION = "Which port does the gateway listen on?";

    @Autowired private Ledger answers;
    @Autowired private AuditLog log;

    private Asker asker;
    private Asker admin;
    private Asker auditor;
    private Space space;

    @BeforeEach
    void people() {
        asker = somebody(Role.READER);
        admin = somebody(Role.ADMIN);
        auditor = somebody(Role.AUDITOR);
        space = space();
    }

    @Test
    void aPromptIsRebuiltToTheByteWithItsPassagesAndTheConversation() throws Exception {
        retrieval.finds(
                passage(space, "gateway.md", TEXT), passage(space, "b.md", "Port 8443, 100 %s.\n"));
        modelSays("It listens on port 8443 [1].");
        Answer first = answered(QUESTION, null, asker);
        Answer second = answered("And the %s of the gateway port?", first.conversation(), asker);

        LedgerRecord record = answers.open(second.id(), admin);

        List<Turn> sent = server.requests().getLast().turns();
        assertThat(sent).hasSize(4);
        assertThat(record.prompt()).isEqualTo(sent);
        assertThat(record.rebuilt()).isEqualTo(Rebuilt.EXACT);
        assertThat(record.options())
                .containsEntry("temperature", "0.1")
                .containsEntry("task", "documentation")
                .containsEntry("wantedModel", "llama3.1:70b")
                .containsEntry("window", "8192")
                .containsEntry("keepAlive", "server")
                .containsEntry("thinking", "off")
                .containsEntry("answerTokens", "1024");
        assertThat(record.answer().markdown()).isEqualTo(second.markdown());
    }

    @Test
    void aPromptThatWouldBeAnotherIsNotPassedOffAsTheOneThatWasSent() throws Exception {
        Answer answer = asked("gateway.md");
        database.sql("update answer set question = 'Something else?' where id = ?")
                .param(answer.id().value())
                .update();

        assertThat(answers.open(answer.id(), admin).rebuilt()).isEqualTo(Rebuilt.DIFFERENT);
    }

    @Test
    void aLaterRevisionChangesNothingInWhatWasSent() throws Exception {
        Answer answer = asked("gateway.md");
        passage(space, "gateway.md", "Quite another text.");

        LedgerRecord record = answers.open(answer.id(), admin);
        assertThat(record.rebuilt()).isEqualTo(Rebuilt.EXACT);
        assertThat(record.passages().getFirst().revisionNumber()).isOne();
    }

    @Test
    void anAuditorWithoutGrantsSeesThatButNotWhat() throws Exception {
        Answer answer = asked("gateway.md");
        modelSays("It still is port 8443 [1].");
        Answer next = answered("And which port is it now?", answer.conversation(), asker);

        LedgerRecord record = answers.open(next.id(), auditor);

        assertThat(record.entry().asker()).isEqualTo(asker.username());
        assertThat(record.answer().question()).isEqualTo("And which port is it now?");
        assertThat(record.answer().markdown()).isEmpty();
        assertThat(record.rebuilt()).isEqualTo(Rebuilt.INCOMPLETE);
        UsedPassage used = record.passages().getFirst();
        assertThat(used.path()).isEqualTo("gateway.md");
        assertThat(used.content()).isEqualTo(new Content.Withheld());
        assertThat(record.prompt().toString())
                .contains("[withheld: you may not open this document]")
                .contains("[withheld: written from a document you may not open]")
                .doesNotContain("8443");
    }

    @Test
    void aRemovedDocumentLeavesItsTrace() throws Exception {
        Passage passage = passage(space, "old.md", TEXT);
        retrieval.finds(passage);
        modelSays("Port 8443 [1].");
        Answer answer = answered(QUESTION, null, asker);
        bin.purge(passage.document().id(), admin());

        LedgerRecord record = answers.open(answer.id(), admin);
        assertThat(record.passages().getFirst().content()).isEqualTo(new Content.Removed());
        assertThat(record.rebuilt()).isEqualTo(Rebuilt.INCOMPLETE);
        assertThat(found(LedgerFilter.ALL.withDocument(passage.document().id().value().toString())))
                .containsExactly(answer.id());
    }

    @Test
    void answersAreFoundByPersonTimeAndEveryRevisionOfADocument() throws Exception {
        String path = "found-" + UUID.randomUUID() + "_100%.md";
        Answer first = asked(path);
        Passage second = passage(space, path, TEXT + "\nMore.\n");
        retrieval.finds(second);
        Answer later = answered(QUESTION, null, asker);
        Asker other = somebody(Role.READER);
        retrieval.finds(passage(space, "other-" + path, TEXT));
        Answer others = answered(QUESTION, null, other);

        LedgerFilter document =
                LedgerFilter.ALL.withDocument(second.document().id().value().toString());
        assertThat(found(document)).containsExactly(later.id(), first.id());
        assertThat(answers.count(document, auditor)).isEqualTo(2);
        assertThat(found(LedgerFilter.ALL.withDocument("OTHER-" + path)))
                .containsExactly(others.id());
        assertThat(found(LedgerFilter.ALL.withPerson(asker.id().value().toString())))
                .containsExactly(later.id(), first.id());
        assertThat(found(LedgerFilter.ALL.withPerson(other.username())))
                .containsExactly(others.id());
        assertThat(
                        answers.count(
                                new LedgerFilter(null, Instant.EPOCH, asker.username(), ""),
                                auditor))
                .isZero();
        assertThat(answers.search(document, 1, 1, auditor))
                .extracting(LedgerEntry::id)
                .containsExactly(first.id());
    }

    @Test
    void everyLookIsOnTheRecord() throws Exception {
        Answer answer = asked("gateway.md");
        answers.search(LedgerFilter.ALL.withPerson("somebody"), 0, 10, auditor);
        answers.open(answer.id(), auditor);

        assertThat(recordsOf(auditor))
                .extracting(AuditEntry::action)
                .containsExactly("ledger.list", "ledger.open");
        assertThat(recordsOf(auditor).getLast().subject().id())
                .isEqualTo(answer.id().value().toString());
    }

    @Test
    void onlyAuditorsLookAndAnAbsentAnswerIsAbsent() throws Exception {
        Answer answer = asked("gateway.md");
        assertThatThrownBy(() -> answers.open(answer.id(), asker)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> answers.search(LedgerFilter.ALL, 0, 1, asker))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> answers.count(LedgerFilter.ALL, asker))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> answers.open(new AnswerId(UUID.randomUUID()), auditor))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aQuestionIsOnTheRecordWithWhatWasUsedAndWithoutItsText() throws Exception {
        Passage passage = passage(space, "gateway.md", TEXT);
        retrieval.finds(passage);
        modelSays("Port 8443 [1].");
        Answer answer = answered(QUESTION, null, asker);
        conversations.rename(answer.conversation(), "My gateway", asker);
        conversations.delete(answer.conversation(), asker);

        List<AuditEntry> records = recordsOf(asker);
        assertThat(records)
                .extracting(AuditEntry::action)
                .containsExactly(
                        "question.ask",
                        "question.answer",
                        "conversation.rename",
                        "conversation.delete");
        assertThat(records.get(1).details())
                .contains("\"used\":[\"" + passage.revision().value() + "\"]")
                .contains("\"cited\":[\"" + passage.revision().value() + "\"]")
                .contains("\"model\":\"" + answer.model() + "\"")
                .contains("\"tokens\":42")
                .contains("\"outcome\":\"ANSWERED\"");
        assertThat(records.stream().map(AuditEntry::toString).collect(Collectors.joining()))
                .doesNotContain("Which port")
                .doesNotContain("My gateway");
    }

    private Answer asked(String path) throws InterruptedException {
        retrieval.finds(passage(space, path, TEXT));
        modelSays("It listens on port 8443 [1].");
        return answered(QUESTION, null, asker);
    }

    private List<AnswerId> found(LedgerFilter filter) {
        return answers.search(filter, 0, 100, auditor).stream().map(LedgerEntry::id).toList();
    }

    private List<AuditEntry> recordsOf(Asker person) {
        return log.search(
                new AuditFilter(null, null, person.id().value().toString(), "", null, "", ""),
                new AuditOrder(AuditOrder.By.TIME, false),
                0,
                100);
    }
}
