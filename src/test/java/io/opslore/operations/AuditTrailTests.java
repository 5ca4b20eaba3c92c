package io.opslore.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.audit.AuditEntry;
import io.opslore.audit.AuditFilter;
import io.opslore.audit.AuditOrder;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.ingest.Batches;
import io.opslore.ingest.Intake;
import io.opslore.ingest.Sending;
import io.opslore.library.Bin;
import io.opslore.library.DetailsEdit;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.DocumentKind;
import io.opslore.library.Documents;
import io.opslore.library.Downloads;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.library.Stored;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditTrailTests extends PortalTest {

    @Autowired private AuditTrail trail;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private Documents documents;
    @Autowired private Downloads downloads;
    @Autowired private Intake intake;
    @Autowired private Sending sending;
    @Autowired private Batches batches;
    @Autowired private Bin bin;

    private Asker admin;
    private Asker auditor;
    private Space space;

    @BeforeEach
    void people() {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        auditor = TestingAskers.with(accounts, Role.AUDITOR);
        space = spaces.create("Audited " + UUID.randomUUID(), "", admin);
    }

    @Test
    void aDocumentsLifeIsOnTheRecordFromUploadToPurge() throws IOException {
        Stored first = upload("runbook.md", "# Restart\n");
        DocumentId id = first.document();
        upload("runbook.md", "# Restart it\n");
        upload("runbook.md", "# Restart it\n");
        documents.restore(first.revision(), admin);
        documents.edit(
                id, new DetailsEdit(DocumentKind.RUNBOOK, "team-a", List.of("db"), null), admin);
        documents.edit(
                id, new DetailsEdit(DocumentKind.RUNBOOK, "team-a", List.of("db"), null), admin);
        downloads.file(first.revision(), admin).bytes().close();
        bin.put(id, admin);
        bin.restore(id, admin);
        bin.purge(id, admin);

        assertThat(about(id.value().toString()))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "document.add",
                        "document.revise",
                        "document.bring-back",
                        "document.edit",
                        "document.download",
                        "document.bin",
                        "document.unbin",
                        "document.purge");
        assertThat(about(id.value().toString()))
                .allSatisfy(entry -> {
                    assertThat(entry.actor().id()).isEqualTo(admin.id().value());
                    assertThat(entry.subject().name()).isEqualTo("runbook.md");
                });
    }

    @Test
    void anEditSaysWhatItWasBeforeAndIsAfter() throws IOException {
        DocumentId id = upload("edited.md", "# Edited\n").document();
        documents.edit(
                id, new DetailsEdit(DocumentKind.RUNBOOK, "team-b", List.of("x"), null), admin);

        JsonNode details =
                JsonMapper.shared().readTree(about(id.value().toString()).getLast().details());
        assertThat(details.at("/before/owner").asString()).isEqualTo(admin.username());
        assertThat(details.at("/after/owner").asString()).isEqualTo("team-b");
        assertThat(details.at("/after/tags/0").asString()).isEqualTo("x");
    }

    @Test
    void aBatchIsOnTheRecordFromItsBeginToItsCancelling() {
        BatchId id = sending.begin(space.id(), "notes", new Batch.Announced(1, 2), admin);
        batches.pause(id, admin);
        batches.resume(id, admin);
        batches.cancel(id, admin);

        assertThat(about(id.value().toString()))
                .extracting(AuditEntry::action)
                .containsExactly("batch.begin", "batch.pause", "batch.go-on", "batch.cancel");
    }

    @Test
    void whatWasNotAllowedLeavesNoRecordOfHavingHappened() throws IOException {
        Document document = documents.document(upload("kept.md", "# Kept\n").document(), admin);
        Asker reader = TestingAskers.with(accounts, Role.READER);
        assertThatThrownBy(() -> bin.put(document.id(), reader)).isInstanceOf(NotAllowed.class);

        assertThat(about(document.id().value().toString()))
                .extracting(AuditEntry::action)
                .containsExactly("document.add");
    }

    @Test
    void aFilterNamesTimePersonActionOutcomeSubjectAndText() throws IOException {
        DocumentId id = upload("find 100%_me.md", "# Find me\n").document();
        bin.put(id, admin);
        AuditFilter mine =
                new AuditFilter(
                        null,
                        null,
                        admin.username().toUpperCase(Locale.ROOT),
                        "document.",
                        null,
                        "",
                        "");

        assertThat(trail.count(mine, auditor)).isEqualTo(2);
        assertThat(trail.count(mine.withAction("document.bin"), auditor)).isOne();
        assertThat(trail.count(mine.withSubject("100%_M"), auditor)).isEqualTo(2);
        assertThat(trail.count(mine.withSubject("100_"), auditor)).isZero();
        assertThat(trail.count(mine.withText("FIND 100%"), auditor)).isEqualTo(2);
        AuditEntry first = search(mine).getFirst();
        assertThat(
                        trail.count(
                                new AuditFilter(
                                        first.at(),
                                        first.at(),
                                        admin.id().value().toString(),
                                        "",
                                        null,
                                        "",
                                        ""),
                                auditor))
                .isZero();
        assertThat(trail.search(mine, new AuditOrder(AuditOrder.By.ACTION, true), 1, 1, auditor))
                .extracting(AuditEntry::action)
                .containsExactly("document.add");
    }

    @Test
    void anExportIsWholeSafeForSpreadsheetsAndOnTheRecordItself() throws IOException {
        DocumentId id = upload("=cmd|' \"quoted\"!A1.md", "# Formula\n").document();
        AuditFilter filter = AuditFilter.ALL.withSubject(id.value().toString());

        String csv = export(filter, ExportFormat.CSV);
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .startsWith("sequence,at,action,")
                .contains("\"'=cmd|' \"\"quoted\"\"!A1.md\"");

        JsonNode line = JsonMapper.shared().readTree(export(filter, ExportFormat.JSON_LINES));
        AuditEntry entry = search(filter).getFirst();
        assertThat(line.path("hash").asString()).isEqualTo(entry.hash());
        assertThat(line.path("details").path("revision").asInt()).isOne();
        assertThat(line.path("details").toString()).isEqualTo(entry.details());

        assertThat(
                        search(
                                AuditFilter.ALL
                                        .withAction("audit.export")
                                        .withText(id.value().toString())))
                .hasSize(2)
                .allSatisfy(
                        export -> assertThat(export.actor().id()).isEqualTo(auditor.id().value()));
    }

    @Test
    void isForAuditorsAndAdminsAlone() {
        Asker curator = TestingAskers.with(accounts, Role.CURATOR);
        assertThatThrownBy(() -> trail.count(AuditFilter.ALL, curator))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(
                        () -> trail.search(AuditFilter.ALL, AuditOrder.NEWEST_FIRST, 0, 1, curator))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> trail.verify(share -> {}, curator)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        trail.export(
                                AuditFilter.ALL,
                                ExportFormat.CSV,
                                new ByteArrayOutputStream(),
                                curator))
                .isInstanceOf(NotAllowed.class);
        assertThat(trail.count(AuditFilter.ALL, auditor)).isPositive();
    }

    @Test
    void theChainOfAWorkingPortalIsWhole() throws IOException {
        upload("any.md", "# Any\n");
        var share = new AtomicReference<>(0.0);

        assertThat(trail.verify(share::set, auditor).isWhole()).isTrue();
        assertThat(share.get()).isEqualTo(1.0);
    }

    @Test
    void aDocumentIsPurgedThoughItsIndexingAndThePurgeBlockEachOther(
            @Autowired TransactionOperations transactions, @Autowired JdbcTemplate jdbc)
            throws IOException {
        UUID id = upload("runbook.md", "# Restart\n").document().value();
        String states =
                "select count(*) from ingest_state where state <> 'READY' and document_id = ?";
        await().until(() -> jdbc.queryForObject(states, Integer.class, id) == 0);
        bin.put(new DocumentId(id), admin);

        CompletableFuture<Void> purged =
                transactions.execute(indexing -> {
                    jdbc.update("update ingest_state set state = state where document_id = ?", id);
                    var purging =
                            CompletableFuture.runAsync(() -> bin.purge(new DocumentId(id), admin));
                    String waiting = "select count(*) from pg_locks where not granted";
                    await().until(() -> jdbc.queryForObject(waiting, Integer.class) > 0);
                    jdbc.queryForList("select 1 from document where id = ? for key share", id);
                    return purging;
                });

        purged.join();
        assertThat(about(id.toString()))
                .last()
                .extracting(AuditEntry::action)
                .isEqualTo("document.purge");
    }

    private Stored upload(String path, String text) throws IOException {
        return intake.accept(
                space.id(), path, new ByteArrayInputStream(text.getBytes(UTF_8)), admin);
    }

    private String export(AuditFilter filter, ExportFormat format) {
        var out = new ByteArrayOutputStream();
        trail.export(filter, format, out, auditor);
        return out.toString(UTF_8);
    }

    private List<AuditEntry> about(String subject) {
        return search(AuditFilter.ALL.withSubject(subject));
    }

    private List<AuditEntry> search(AuditFilter filter) {
        return trail.search(filter, new AuditOrder(AuditOrder.By.TIME, false), 0, 1_000, auditor);
    }
}
