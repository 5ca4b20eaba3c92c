package io.opslore.tools.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.opslore.identity.AccessTokens;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TokenAnswer;
import io.opslore.identity.TokenScope;
import io.opslore.identity.TokenWish;
import io.opslore.ingest.Intake;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.Space;
import io.opslore.library.SpaceAccess;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingPortalProcess;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The portal's MCP server as the protocol's own Java client meets it, over the real server. */
class McpEndpointTests extends PortalTest {

    @Autowired private Accounts accounts;
    @Autowired private AccessTokens tokens;
    @Autowired private Spaces spaces;
    @Autowired private SpaceAccess access;
    @Autowired private Intake intake;
    @Autowired private Documents documents;
    @LocalServerPort private int port;

    private final String word =
            "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final List<McpSyncClient> clients = new ArrayList<>();
    private Asker admin;
    private Asker reader;
    private Space open;
    private DocumentId gateway;

    @BeforeEach
    void aDocumentForAllAndOneForNobody() throws Exception {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        open = spaces.create("Open " + word, "", admin);
        Space closed = spaces.create("Closed " + word, "", admin);
        access.set(closed.id(), List.of(), admin);
        gateway =
                stored(
                        open,
                        "gateway.md",
                        "# Gateway\n\nThe %s gateway listens on 8443.\n\npassword: hunter2hunter2\n"
                                .formatted(word));
        stored(closed, "hidden.md", "# Hidden\n\nThe %s secret gateway.\n".formatted(word));
    }

    @AfterEach
    void leave() {
        clients.forEach(McpSyncClient::closeGracefully);
    }

    @Test
    void listsToolsThatOnlyReadEachWithItsSchema() {
        List<Tool> tools = client(reader).listTools().tools();

        assertThat(tools)
                .extracting(Tool::name)
                .contains("docs_passages_search", "docs_document_read", "docs_spaces_list")
                .allMatch(name -> name.matches("[a-z0-9]+(_[a-z]+){2,}"));
        assertThat(tools)
                .allSatisfy(tool -> {
                    assertThat(tool.annotations().readOnlyHint()).isTrue();
                    assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
                    assertThat(tool.description()).isNotBlank();
                });
    }

    @Test
    void findsWhatTheTokensOwnerMayReadAndNothingElse() {
        CallToolResult result = call(reader, "docs_passages_search", Map.of("query", word));

        assertThat(result.isError()).isFalse();
        assertThat(items(result))
                .first()
                .satisfies(item -> {
                    assertThat(item).containsEntry("path", "gateway.md");
                    assertThat(item).containsEntry("document", gateway.value().toString());
                    assertThat((String) item.get("link")).startsWith("/sources/document/");
                });
        assertThat(text(result)).doesNotContain("hidden", "hunter2", "Closed");
        assertThat(text(call(reader, "docs_spaces_list", Map.of())))
                .contains(open.name())
                .doesNotContain("Closed " + word);
        assertThat(text(call(reader, "docs_passages_search", in("Closed " + word))))
                .isEqualTo(text(call(reader, "docs_passages_search", in("Nowhere"))))
                .contains("NOT_FOUND");
    }

    @Test
    void readsLinesAndGoesOnWhereThereIsMore() throws Exception {
        String lines =
                IntStream.rangeClosed(1, 1_000)
                        .mapToObj(line -> "Line %d of %s, %s".formatted(line, word, "x".repeat(40)))
                        .collect(Collectors.joining("\n"));
        DocumentId document = stored(open, "long.txt", lines);

        Map<String, Object> some =
                items(
                                call(
                                        reader,
                                        "docs_document_read",
                                        Map.of(
                                                "document",
                                                document.value().toString(),
                                                "firstLine",
                                                10,
                                                "lastLine",
                                                11)))
                        .getFirst();
        assertThat((String) some.get("text"))
                .startsWith("Line 10 of")
                .contains("\nLine 11 of")
                .doesNotContain("Line 12");

        var read = new StringBuilder();
        String cursor = "0";
        while (!cursor.isEmpty()) {
            CallToolResult page =
                    call(
                            reader,
                            "docs_document_read",
                            Map.of("document", document.value().toString(), "cursor", cursor));
            assertThat(text(page)).hasSizeLessThanOrEqualTo(24_000);
            items(page).forEach(item -> read.append(item.get("text")).append('\n'));
            cursor = (String) told(page).get("nextCursor");
        }
        assertThat(read.toString().strip()).isEqualTo(lines);
    }

    @Test
    void saysWhatIsWrongWithACallAndWhatToDo() {
        assertThat(text(call(reader, "docs_passages_search", Map.of())))
                .contains("INVALID_ARGUMENT", "query is missing", "What to look for");
        assertThat(text(call(reader, "docs_passages_search", Map.of("query", "a", "url", "x"))))
                .contains("INVALID_ARGUMENT", "no argument 'url'", "query, space, limit");
        assertThat(text(call(reader, "docs_passages_search", Map.of("query", "a", "limit", 99))))
                .contains("INVALID_ARGUMENT", "1 to 20");
        assertThat(text(call(reader, "docs_document_read", Map.of("document", "../etc/passwd"))))
                .contains("INVALID_ARGUMENT", "document is no id");
        CallToolResult missing =
                call(
                        reader,
                        "docs_document_read",
                        Map.of("document", UUID.randomUUID().toString()));
        assertThat(missing.isError()).isTrue();
        assertThat(text(missing)).contains("NOT_FOUND").doesNotContain("Exception");
    }

    @Test
    void answersNobodyWithoutATokenAndNoOtherSitesPage() throws Exception {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

        assertThat(post(call, "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
        HttpResponse<String> elsewhere =
                post(
                        call,
                        "Authorization",
                        "Bearer " + token(reader),
                        "Origin",
                        "http://evil.example");
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        HttpResponse<String> here =
                post(
                        call,
                        "Authorization",
                        "Bearer " + token(reader),
                        "Origin",
                        "http://localhost:" + port);
        assertThat(here.statusCode()).isEqualTo(200);
        HttpResponse<String> broken = post("{", "Authorization", "Bearer " + token(reader));
        assertThat(broken.statusCode()).isBetween(400, 499);
        assertThat(broken.body()).doesNotContain("Exception", "at io.", "at org.");
    }

    private static Map<String, Object> in(String space) {
        return Map.of("query", "gateway", "space", space);
    }

    @Test
    void anEditorHasTheSameToolsOnAPipe() {
        var command = TestingPortalProcess.command("mcp");
        var process =
                ServerParameters.builder(command.getFirst())
                        .args(command.subList(1, command.size()))
                        .env(
                                Map.of(
                                        "OPSLORE_PORTAL",
                                        "http://localhost:" + port,
                                        "OPSLORE_TOKEN",
                                        token(reader)))
                        .build();
        var json = new JacksonMcpJsonMapper(JsonMapper.builder().build());
        McpSyncClient pipe = client(new StdioClientTransport(process, json));

        assertThat(pipe.listTools().tools())
                .extracting(Tool::name)
                .containsExactlyElementsOf(
                        client(reader).listTools().tools().stream().map(Tool::name).toList());
        CallToolResult found =
                pipe.callTool(
                        CallToolRequest.builder("docs_passages_search")
                                .arguments(Map.of("query", word))
                                .build());
        assertThat(items(found).getFirst().toString()).contains("gateway.md");
        assertThat(found.toString()).doesNotContain("hunter2hunter2", "hidden.md");
    }

    @Test
    void aServerThatRunsAloneHandsOnDocumentsByItsOwnToken(@TempDir Path scratch) {
        String bearer = "a token of this server, and of no other";
        var settings =
                Map.of(
                        "opslore.role",
                        "mcp-docs",
                        "opslore.mcp.tokens.ide",
                        bearer,
                        "opslore.outbound.allowed-hosts",
                        "localhost:" + port,
                        "opslore.mcp.connections.kb.kind",
                        "mcp",
                        "opslore.mcp.connections.kb.fields.url",
                        "http://localhost:%d/mcp".formatted(port),
                        "opslore.mcp.connections.kb.fields.token",
                        token(reader));
        try (var server =
                TestingPortalProcess.start(scratch, TestingPortalProcess.variables(settings))) {
            McpSyncClient ide = client(server.url(), bearer);

            assertThat(ide.listTools().tools())
                    .extracting(Tool::name)
                    .contains("kb_docs_passages_search", "kb_docs_document_read", "logs_file_tail");
            CallToolResult found =
                    ide.callTool(
                            CallToolRequest.builder("kb_docs_passages_search")
                                    .arguments(Map.of("query", word))
                                    .build());
            assertThat(found.isError()).as("%s", found).isFalse();
            assertThat(found.toString())
                    .contains("gateway.md")
                    .doesNotContain("hidden.md", "hunter2hunter2");
        }
    }

    private CallToolResult call(Asker asker, String tool, Map<String, Object> arguments) {
        return client(asker).callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private McpSyncClient client(Asker asker) {
        return client("http://localhost:" + port, token(asker));
    }

    private McpSyncClient client(String url, String token) {
        return client(
                HttpClientStreamableHttpTransport.builder(url)
                        .endpoint("/mcp")
                        .requestBuilder(
                                HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                        .build());
    }

    private McpSyncClient client(McpClientTransport transport) {
        McpSyncClient client =
                McpClient.sync(transport).requestTimeout(Duration.ofSeconds(60)).build();
        clients.add(client);
        client.initialize();
        return client;
    }

    private String token(Asker asker) {
        TokenAnswer answer =
                tokens.create(
                        new TokenWish(
                                "ide",
                                TokenScope.READ.permissions(),
                                LocalDate.now(ZoneOffset.UTC).plusDays(1)),
                        asker);
        return ((TokenAnswer.Made) answer).secret();
    }

    private DocumentId stored(Space space, String path, String text) throws Exception {
        DocumentId document =
                intake.accept(
                                space.id(),
                                path,
                                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                                admin)
                        .document();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> documents.document(document, admin).current() != null);
        return document;
    }

    private HttpResponse<String> post(String body, String... headers) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:%d/mcp".formatted(port)))
                            .headers(headers)
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json, text/event-stream")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String text(CallToolResult result) {
        return result.content().toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> told(CallToolResult result) {
        return (Map<String, Object>) result.structuredContent();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(CallToolResult result) {
        return (List<Map<String, Object>>) told(result).get("items");
    }
}
