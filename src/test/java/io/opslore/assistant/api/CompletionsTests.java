package io.opslore.assistant.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.ConversationId;
import io.opslore.assistant.Conversations;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitHolder;
import io.opslore.guard.LimitTable;
import io.opslore.guard.LimitValue;
import io.opslore.identity.AccessTokens;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import io.opslore.identity.TokenAnswer;
import io.opslore.identity.TokenScope;
import io.opslore.identity.TokenWish;
import io.opslore.ingest.Intake;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clients of OpenAI's chat completions get; no model is there, so passages answer. */
class CompletionsTests extends PortalTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort private int port;
    @Autowired private Accounts accounts;
    @Autowired private AccessTokens tokens;
    @Autowired private Spaces spaces;
    @Autowired private Documents documents;
    @Autowired private Intake intake;
    @Autowired private Conversations conversations;

    private final String word =
            "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private Asker admin;
    private Asker reader;
    private DocumentId document;

    @BeforeEach
    void aDocument() throws Exception {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        Space space = spaces.create("Completions " + word, "", admin);
        byte[] text =
                "# Lighthouse\n\nThe %1$s lighthouse blinks 8443 times a night.\n"
                        .formatted(word)
                        .getBytes(StandardCharsets.UTF_8);
        document =
                intake.accept(space.id(), "lighthouse.md", new ByteArrayInputStream(text), admin)
                        .document();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> documents.document(document, admin).current() != null);
    }

    @Test
    void answersWithItsSourcesBelowAndForPrograms() throws Exception {
        HttpResponse<String> response = ask(reader, false, question());

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode body = JSON.readTree(response.body());
        assertThat(body.path("object").asString()).isEqualTo("chat.completion");
        assertThat(body.path("model").asString()).isEqualTo("opslore");
        JsonNode choice = body.path("choices").path(0);
        assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
        assertThat(choice.path("message").path("role").asString()).isEqualTo("assistant");
        assertThat(choice.path("message").path("content").asString())
                .contains("8443", "[1]", "lighthouse.md, revision 1");
        JsonNode citation = body.path("citations").path(0);
        assertThat(citation.path("document").asString()).isEqualTo(document.value().toString());
        assertThat(citation.path("quote").asString()).contains("8443");
        assertThat(citation.path("url").asString())
                .startsWith("http://localhost:%d/sources/document/".formatted(port));
    }

    @Test
    void streamsPiecesThatMakeUpTheSameText() throws Exception {
        HttpResponse<String> response = ask(reader, true, question());

        assertThat(response.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/event-stream");
        List<String> data =
                response.body()
                        .lines()
                        .filter(line -> line.startsWith("data:"))
                        .map(line -> line.substring(5).strip())
                        .toList();
        assertThat(data).last().isEqualTo("[DONE]");
        List<JsonNode> pieces =
                data.subList(0, data.size() - 1).stream().map(JSON::readTree).toList();
        assertThat(pieces)
                .allMatch(piece -> piece.path("object").asString().equals("chat.completion.chunk"));
        assertThat(
                        pieces.stream()
                                .map(piece ->
                                        piece.path("choices")
                                                .path(0)
                                                .path("delta")
                                                .path("content")
                                                .asString(""))
                                .collect(Collectors.joining()))
                .contains("8443", "[1]", "lighthouse.md, revision 1");
        assertThat(pieces.getLast().path("choices").path(0).path("finish_reason").asString())
                .isEqualTo("stop");
        assertThat(pieces.getLast().path("citations")).isNotEmpty();
    }

    @Test
    void goesOnInTheConversationWhoseLastQuestionTheClientRepeats() throws Exception {
        JsonNode first = JSON.readTree(ask(reader, false, question()).body());
        JsonNode second =
                JSON.readTree(ask(reader, false, question(), "And " + word + " by day?").body());
        JsonNode another = JSON.readTree(ask(admin, false, question(), "And by day?").body());

        String conversation = first.path("conversation").asString();
        assertThat(second.path("conversation").asString()).isEqualTo(conversation);
        assertThat(another.path("conversation").asString()).isNotEqualTo(conversation);
        assertThat(conversations.answers(new ConversationId(UUID.fromString(conversation)), reader))
                .hasSize(2);
    }

    @Test
    void saysThatTheSourcesDoNotHoldIt() throws Exception {
        JsonNode body =
                JSON.readTree(ask(reader, false, "Кто выиграл регату " + word + "q?").body());

        assertThat(body.path("outcome").asString()).isEqualTo("no_support");
        assertThat(body.path("choices").path(0).path("message").path("content").asString())
                .isEqualTo("В источниках нет ответа на этот вопрос.");
    }

    @Test
    void refusesInTheFormThatClientsRead() throws Exception {
        assertThat(post("{", token(reader)).statusCode()).isEqualTo(400);
        assertThat(error(post("{\"messages\": []}", token(reader)), 400))
                .isEqualTo("invalid_request_error");
        assertThat(error(post(body("no-such-model", false, question()), token(reader)), 404))
                .isEqualTo("model_not_found");
        assertThat(error(post(body("opslore", false, question()), searchOnly(reader)), 403))
                .isEqualTo("insufficient_permissions");
        assertThat(post(body("opslore", false, question()), "opslore_nobody").statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysWhenALimitFrees(@Autowired LimitTable limits) throws Exception {
        LimitHolder holder = new LimitHolder.Person(reader.id());
        limits.set(holder, List.of(new LimitValue(Limit.REQUESTS_PER_MINUTE, 1L, holder)), admin);
        ask(reader, false, question());

        HttpResponse<String> second = ask(reader, false, question());

        assertThat(error(second, 429)).isEqualTo("rate_limit_exceeded");
        assertThat(Integer.parseInt(second.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 61);
    }

    @Test
    void listsWhatMayBeAsked() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(address("/v1/models"))
                                    .header("Authorization", "Bearer " + token(reader))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(JSON.readTree(response.body()).path("data").valueStream())
                    .extracting(model -> model.path("id").asString())
                    .contains("opslore", "opslore-code");
        }
    }

    private String question() {
        return "How often does the " + word + " lighthouse blink?";
    }

    private HttpResponse<String> ask(Asker asker, boolean stream, String... said) throws Exception {
        return post(body("opslore", stream, said), token(asker));
    }

    private static String body(String model, boolean stream, String... said) {
        return JSON.writeValueAsString(
                Map.of(
                        "model",
                        model,
                        "stream",
                        stream,
                        "temperature",
                        0.2,
                        "messages",
                        List.of(said).stream()
                                .flatMap(text ->
                                        List.of(
                                                Map.of("role", "system", "content", "Be brief."),
                                                Map.of("role", "user", "content", text))
                                                .stream())
                                .toList()));
    }

    private HttpResponse<String> post(String body, String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address("/v1/chat/completions"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .timeout(Duration.ofSeconds(60))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:%d%s".formatted(port, path));
    }

    private static String error(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body()).path("error").path("code").asString();
    }

    private String searchOnly(Asker asker) {
        return token(asker, Set.of(Permission.DOCUMENT_READ));
    }

    private String token(Asker asker) {
        return token(asker, TokenScope.READ.permissions());
    }

    private String token(Asker asker, Set<Permission> permissions) {
        TokenAnswer answer =
                tokens.create(
                        new TokenWish(
                                "ide", permissions, LocalDate.now(ZoneOffset.UTC).plusDays(1)),
                        asker);
        return ((TokenAnswer.Made) answer).secret();
    }
}
