package io.opslore.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.opslore.OpsLore;
import io.opslore.assistant.Answer;
import io.opslore.assistant.Assistant;
import io.opslore.assistant.Conversations;
import io.opslore.assistant.Export;
import io.opslore.assistant.Ledger;
import io.opslore.assistant.LedgerFilter;
import io.opslore.audit.AuditFilter;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.Role;
import io.opslore.identity.SessionBook;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Intake;
import io.opslore.ingest.NewSpaces;
import io.opslore.ingest.Sending;
import io.opslore.ingest.tika.TestingDocuments;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.SpaceId;
import io.opslore.models.Models;
import io.opslore.operations.AuditTrail;
import io.opslore.operations.ExportFormat;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingOllama;
import io.opslore.testing.TestingSignIn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Plants secrets wherever something comes in, lets a model repeat some, and then looks for all of
 * them wherever something is kept or goes out. A portal of its own: all that it holds is read.
 */
@SpringBootTest(classes = OpsLore.class)
@DirtiesContext
class SecretsEndToEndTests {

    private static final Logger LOG = LoggerFactory.getLogger(SecretsEndToEndTests.class);

    /**
     * Stands in every document and has the form of a secret, so that a search that finds nothing is
     * known to have looked.
     */
    private static final String CONTROL = "Wx7c0a1b2d3e4f5a6b7e";

    private static final TestingOllama OLLAMA =
            new TestingOllama().holds("llama-test:8b", "completion");
    private static final Path DATA = temporaryFolder();

    @Autowired WebApplicationContext portal;
    @Autowired Accounts accounts;

    private final PlantedSecrets planted = new PlantedSecrets();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private Asker admin;
    private Asker reader;
    private SpaceId space;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String database = TestingDatabase.fresh();
        registry.add("spring.datasource.url", () -> database);
        registry.add("opslore.data", DATA::toString);
        registry.add("opslore.models.base-url", OLLAMA::url);
        registry.add("opslore.models.look-every", () -> "50ms");
        registry.add("opslore.retrieval.commit-every", () -> "100ms");
    }

    @AfterAll
    static void stop() {
        OLLAMA.close();
    }

    @Test
    void nothingThatIsKeptOrGoesOutHoldsASecret() throws Exception {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        space =
                bean(NewSpaces.class)
                        .create("Planted", "Opens with " + planted.token(), admin)
                        .id();
        plantFiles();
        plantArchive();
        awaitReady();
        awaitCommitted();
        Answer answer = ask();

        var secrets = new SearchedPlaces(planted.all());
        var control = new SearchedPlaces(List.of(CONTROL));
        for (SearchedPlaces places : List.of(secrets, control)) {
            var stored = new StoredBytes(bean(JdbcTemplate.class), DATA);
            stored.database(places);
            stored.files(places);
            stored.index(places);
            OLLAMA.chats().forEach(chat -> places.look("prompt", chat.toString()));
            shown.forEach(text -> places.look("answer as it came", text));
            exports(answer, places);
            responses(places);
        }

        secrets.found().forEach((place, found) -> LOG.warn("{} holds {}", place, found));
        LOG.info(
                "planted secrets: {} in {} places looked at, {} found",
                planted.all().size(),
                secrets.places(),
                secrets.found().values().stream().mapToInt(List::size).sum());
        assertThat(planted.all()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(control.found().keySet())
                .contains("table revision_text", "table chunk", "prompt", "GET text")
                .anyMatch(place -> place.startsWith("index "));
        assertThat(secrets.found()).isEmpty();
    }

    private void plantFiles() throws IOException {
        accept("runbook.md", text("# Rotate the " + CONTROL, ""));
        accept("values.yaml", text("# " + CONTROL, "name: app"));
        accept(".env", text("# " + CONTROL));
        accept("app.log", text("2026-11-22 10:00:00 INFO " + CONTROL));
        accept("plan.pdf", TestingDocuments.pdf(List.of(lines(CONTROL))));
        accept("plan.docx", TestingDocuments.docx(lines(CONTROL)));
        accept("notes-" + planted.token() + ".md", text("# " + CONTROL));
    }

    private void plantArchive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("keys/" + planted.token() + "/inner.md"));
            zip.write(text("# " + CONTROL));
            zip.closeEntry();
        }
        Sending sending = bean(Sending.class);
        BatchId batch =
                sending.begin(
                        space,
                        "Keys " + planted.token(),
                        new Batch.Announced(1, bytes.size()),
                        admin);
        sending.take(
                batch,
                "all-" + planted.token() + ".zip",
                new ByteArrayInputStream(bytes.toByteArray()),
                admin);
        sending.finished(batch, admin);
    }

    private List<String> lines(String... before) {
        return java.util.stream.Stream.concat(Arrays.stream(before), planted.lines().stream())
                .toList();
    }

    private byte[] text(String... before) {
        return (String.join("\n", lines(before)) + "\n").getBytes(UTF_8);
    }

    private void accept(String path, byte[] bytes) throws IOException {
        bean(Intake.class).accept(space, path, new ByteArrayInputStream(bytes), admin);
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    var states = bean(IngestFeed.class).states(space, admin);
                    return states.size() == 8
                            && states.stream()
                                    .allMatch(one -> one.state() instanceof IngestState.Ready);
                });
    }

    /** What is indexed is in the files soon after. */
    private void awaitCommitted() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    var control = new SearchedPlaces(List.of(CONTROL));
                    new StoredBytes(bean(JdbcTemplate.class), DATA).index(control);
                    return !control.found().isEmpty();
                });
    }

    /** The person types one, and the model says one that it was never told, in pieces. */
    private Answer ask() {
        String repeated = planted.fresh();
        OLLAMA.answers(chat ->
                chat.says(
                                "Rotate the " + CONTROL + " [1]. The password: ",
                                repeated.substring(0, 4),
                                repeated.substring(4, 12),
                                repeated.substring(12),
                                " and it is also ",
                                planted.all().getFirst(),
                                ".\n")
                        .done());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> bean(Models.class).status().toString().contains("llama-test"));
        Assistant assistant = bean(Assistant.class);
        String question = "How do I rotate the " + CONTROL + "? password: " + planted.fresh();
        Answer asked = assistant.ask(question, null, reader);
        var last = new CopyOnWriteArrayList<Answer>();
        Runnable end =
                assistant.follow(
                        asked.id(),
                        reader,
                        answer -> {
                            shown.add(answer.toString());
                            last.add(answer);
                        });
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !last.isEmpty() && last.getLast().outcome().isFinal());
        end.run();
        return last.getLast();
    }

    private void exports(Answer answer, SearchedPlaces places) {
        places.look(
                "conversation, exported",
                bean(Export.class)
                        .markdown(
                                answer.conversation(),
                                (key, values) -> key + Arrays.toString(values),
                                reader));
        places.look("conversations", bean(Conversations.class).list("", reader).toString());
        Ledger ledger = bean(Ledger.class);
        ledger.search(LedgerFilter.ALL, 0, 10, admin)
                .forEach(entry -> places.look("ledger", ledger.open(entry.id(), admin).toString()));
        for (ExportFormat format : ExportFormat.values()) {
            var out = new ByteArrayOutputStream();
            bean(AuditTrail.class).export(AuditFilter.ALL, format, out, admin);
            places.look("audit, exported as " + format, out.toByteArray());
        }
    }

    private void responses(SearchedPlaces places) throws Exception {
        MockMvc api = MockMvcBuilders.webAppContextSetup(portal).build();
        MockMvc browser =
                MockMvcBuilders.webAppContextSetup(portal).apply(springSecurity()).build();
        AskerPrincipal principal = () -> reader;
        for (Document document : bean(Documents.class).in(space, reader)) {
            String revision = document.newest().value().toString();
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            new TestingAuthenticationToken(principal, null, "ROLE_USER"));
            get(api, "document", "/api/documents/" + document.id().value(), places);
            get(api, "text", "/api/revisions/" + revision + "/text", places);
            get(api, "masks", "/api/revisions/" + revision + "/masks", places);
            get(api, "original", "/api/revisions/" + revision + "/original", places);
            get(api, "search", "/api/search?q=password+" + CONTROL, places);
            SecurityContextHolder.clearContext();
            for (String address :
                    List.of("/originals/" + revision, "/originals/" + revision + "/file")) {
                places.look(
                        "GET " + address.replace(revision, "{revision}"),
                        browser.perform(
                                        MockMvcRequestBuilders.get(address)
                                                .with(
                                                        TestingSignIn.as(
                                                                reader, bean(SessionBook.class))))
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray());
            }
        }
    }

    private static void get(MockMvc api, String name, String address, SearchedPlaces places)
            throws Exception {
        places.look(
                "GET " + name,
                api.perform(MockMvcRequestBuilders.get(address))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
    }

    private <T> T bean(Class<T> type) {
        return portal.getBean(type);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("opslore-planted");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
