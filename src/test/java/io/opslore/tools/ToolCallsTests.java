package io.opslore.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.guard.Masking;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import io.opslore.library.NotFound;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.tools.Found.Item;
import io.opslore.tools.ToolFailure.Code;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What every tool is held to, with tools made for it. */
class ToolCallsTests extends PortalTest {

    private static final String NAME = "made_things_list";

    @Autowired private Accounts accounts;
    @Autowired private Masking masking;
    @Autowired private ToolAudit audit;
    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;

    private Asker asker;

    @BeforeEach
    void somebody() {
        asker = TestingAskers.with(accounts, Role.READER);
    }

    @Test
    void takesSecretsOutOfRowsOfAnyFormAndCountsThem() {
        ToolAnswer answer =
                call(arguments ->
                        found(
                                new Item(
                                        Map.of(
                                                "password",
                                                "hunter2hunter2",
                                                "env",
                                                List.of(
                                                        Map.of("DB_PASSWORD", "correcthorse99"),
                                                        "AKIAJ5Q7R2T9X4W8Z6B3"),
                                                "log",
                                                "start\napi_key=4f9d8a7b6c5e4d3c2b1a0f9e8d7c6b5a\nend",
                                                "replicas",
                                                3),
                                        "1")));

        String told = answer.items().toString();
        assertThat(told)
                .doesNotContain("hunter2", "correcthorse", "AKIAJ5Q7", "4f9d8a7b")
                .contains("«secret:", "start\n", "replicas=3");
        assertThat(answer.masked().count()).isEqualTo(4);
        assertThat(answer.masked().kinds()).isNotEmpty();
    }

    @Test
    void tellsAsManyRowsAsThereIsRoomForAndWhereToGoOn() {
        Function<ToolArguments, Found> many =
                arguments ->
                        found(
                                IntStream.rangeClosed(1, 500)
                                        .mapToObj(number ->
                                                new Item(
                                                        Map.of("text", "x".repeat(number * 2)),
                                                        "after " + number))
                                        .toArray(Item[]::new));

        ToolAnswer answer = call(many);

        int rows = answer.items().size();
        assertThat(rows).isBetween(50, 200);
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.nextCursor()).isEqualTo("after " + rows);
        assertThat(JsonMapper.shared().writeValueAsString(answer)).hasSizeLessThanOrEqualTo(24_000);
        ToolAnswer short_ = call(arguments -> found(new Item(Map.of("text", "a"), "after 1")));
        assertThat(short_.truncated()).isFalse();
        assertThat(short_.nextCursor()).isEmpty();
    }

    @Test
    void tellsNoMoreThanTheRowsItMay() {
        ToolAnswer answer =
                call(arguments ->
                        found(
                                IntStream.range(0, 300)
                                        .mapToObj(number ->
                                                new Item(Map.of("n", number), "" + number))
                                        .toArray(Item[]::new)));

        assertThat(answer.items()).hasSize(200);
        assertThat(answer.nextCursor()).isEqualTo("199");
    }

    @Test
    void endsWhatTakesTooLongAndLetsItGo() throws Exception {
        var interrupted = new CountDownLatch(1);

        assertFails(
                Code.TIMEOUT,
                arguments -> {
                    try {
                        new CountDownLatch(1).await();
                        return found();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw new IllegalStateException(e);
                    }
                });
        assertThat(interrupted.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void hidesWhatWentWrongInside() {
        assertFails(
                Code.INTERNAL,
                arguments -> {
                    throw new IllegalStateException("jdbc:postgresql://db/opslore password=x");
                });
        assertFails(
                Code.NOT_FOUND,
                arguments -> {
                    throw new NotFound("Document");
                });
        assertFails(
                Code.SCOPE_DENIED,
                arguments -> {
                    throw new NotAllowed(Permission.DOCUMENT_READ);
                });
    }

    @Test
    void refusesArgumentsThatDoNotFitBeforeTheToolIsAsked() {
        assertThatThrownBy(() -> calls(NEVER).call(NAME, Map.of("namespace", "a"), asker))
                .hasMessageContaining("no argument 'namespace'");
        assertThatThrownBy(() -> calls(NEVER).call(NAME, Map.of("limit", 1.5), asker))
                .hasMessageContaining("limit is not a number");
        assertThatThrownBy(() -> calls(NEVER).call(NAME, Map.of("limit", "5"), asker))
                .hasMessageContaining("limit is not a number");
        assertThatThrownBy(() -> calls(NEVER).call(NAME, Map.of("kind", "secret"), asker))
                .hasMessageContaining("kind cannot be 'secret'");
        assertThatThrownBy(() -> calls(NEVER).call("drop_all_tables", Map.of(), asker))
                .hasMessageContaining("no tool 'drop_all_tables'");
    }

    @Test
    void putsEachCallOnRecordWithoutSecrets() {
        calls(arguments -> found()).call(NAME, Map.of("name", "password=hunter2hunter2"), asker);

        String record =
                jdbc.sql(
                                """
                                select details from audit_event
                                where action = 'tool.call' and actor_id = ?
                                """)
                        .param(asker.id().value())
                        .query(String.class)
                        .single();
        assertThat(record).contains("arguments", "rows").doesNotContain("hunter2");
    }

    private static final Function<ToolArguments, Found> NEVER =
            arguments -> {
                throw new AssertionError("The tool was asked");
            };

    private ToolAnswer call(Function<ToolArguments, Found> finds) {
        return calls(finds).call(NAME, Map.of(), asker);
    }

    private void assertFails(Code code, Function<ToolArguments, Found> finds) {
        assertThatThrownBy(() -> call(finds))
                .asInstanceOf(InstanceOfAssertFactories.type(ToolFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.getMessage()).doesNotContain("jdbc", "Exception");
                    assertThat(failure.suggestion()).isNotBlank();
                });
    }

    private ToolCalls calls(Function<ToolArguments, Found> finds) {
        return new ToolCalls(
                List.of(new Made(finds)),
                List.of(),
                new ToolSettings(24_000, 200, Duration.ofSeconds(1)),
                masking,
                audit,
                clock);
    }

    private static Found found(Item... items) {
        return new Found("made", "1", List.of(items), false, "");
    }

    private record Made(Function<ToolArguments, Found> finds) implements Tool {

        @Override
        public ToolInfo info() {
            return new ToolInfo(
                    NAME,
                    "List things",
                    "Lists things.",
                    List.of(
                            ToolParameter.text("name", "A name").optional(),
                            ToolParameter.choice("kind", "A kind", List.of("pod", "node")),
                            ToolParameter.number("limit", "How many", 10)));
        }

        @Override
        public Found find(ToolArguments arguments, Asker asker) {
            return finds.apply(arguments);
        }
    }
}
