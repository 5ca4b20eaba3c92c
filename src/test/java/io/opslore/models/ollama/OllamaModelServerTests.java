package io.opslore.models.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.models.ChatPart;
import io.opslore.models.ChatRequest;
import io.opslore.models.ChatRequest.Speaker;
import io.opslore.models.ChatRequest.Turn;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.models.ModelOptions;
import io.opslore.models.ModelServer.InstalledModel;
import io.opslore.testing.TestingOllama;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

class OllamaModelServerTests {

    private static final String MODEL = "qwen3:14b";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final TestingOllama ollama = new TestingOllama().holds(MODEL, "completion");
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void leave() {
        never.countDown();
        ollama.close();
    }

    @Test
    void leavesOutModelsThatOnlyEmbed() {
        ollama.holds("nomic-embed-text:latest", "embedding").holds("bge-m3:latest").holds("old:7b");
        assertThat(server(LONG, LONG, LONG).installed())
                .containsExactlyInAnyOrder(
                        new InstalledModel(MODEL, true),
                        new InstalledModel("nomic-embed-text:latest", false),
                        new InstalledModel("bge-m3:latest", false),
                        new InstalledModel("old:7b", true));
    }

    @Test
    void aModelThatCannotBeShownDoesNotHideTheOthers() {
        ollama.lists("half-pulled:7b");
        assertThat(server(LONG, LONG, LONG).installed())
                .containsExactly(
                        new InstalledModel("half-pulled:7b", false),
                        new InstalledModel(MODEL, true));
    }

    @Test
    void alwaysSetsTheWindowAndTheLimits() {
        said(LONG);
        JsonNode chat = ollama.chats().getFirst();
        assertThat(chat.path("options").path("num_ctx").asInt()).isEqualTo(4096);
        assertThat(chat.path("options").path("num_predict").asInt()).isEqualTo(50);
        assertThat(chat.path("options").path("temperature").asDouble()).isEqualTo(0.1);
        assertThat(chat.path("think").asBoolean(true)).isFalse();
        assertThat(chat.path("stream").asBoolean()).isTrue();
        assertThat(chat.path("messages").findValuesAsString("role"))
                .containsExactly("system", "user");
    }

    @Test
    void waitsForASlowFirstToken() {
        ollama.answers(chat -> {
            Thread.sleep(500);
            chat.says("Late").done();
        });
        assertThat(said(LONG)).isEqualTo("Late");
    }

    @Test
    void doesNotWaitForAFirstTokenForEver() {
        ollama.answers(chat -> chat.waits(never));
        fails(Reason.TIMED_OUT, server(SHORT, LONG, LONG));
    }

    @Test
    void doesNotWaitForANextTokenForEver() {
        ollama.answers(chat -> chat.says("Some").waits(never));
        assertThat(fails(Reason.TIMED_OUT, server(LONG, SHORT, LONG))).isEqualTo("Some");
    }

    @Test
    void doesNotListenForEver() throws Exception {
        ollama.answers(TestingOllama.Chat::saysForEver);
        assertThat(fails(Reason.TIMED_OUT, server(LONG, LONG, SHORT))).startsWith("more");
        assertThat(ollama.isLeftByCaller(10)).isTrue();
    }

    @Test
    void keepsTheWordsBeforeABrokenConnection() {
        ollama.answers(chat -> chat.says("Half", " of").breaks());
        assertThat(fails(Reason.CUT_OFF, server(LONG, LONG, LONG))).isEqualTo("Half of");
    }

    @Test
    void aStreamThatEndsWithoutBeingDoneIsCutOff() {
        ollama.answers(chat -> chat.says("Half").endsEarly());
        assertThat(fails(Reason.CUT_OFF, server(LONG, LONG, LONG))).isEqualTo("Half");
    }

    @Test
    void anErrorInTheMiddleOfTheStreamIsCutOff() {
        ollama.answers(chat -> chat.says("Half").fails("an error was encountered"));
        assertThat(fails(Reason.CUT_OFF, server(LONG, LONG, LONG))).isEqualTo("Half");
    }

    @Test
    void anErrorBeforeAnyWordIsARefusal() {
        ollama.answers(chat -> chat.fails("out of memory"));
        fails(Reason.REFUSED, server(LONG, LONG, LONG));
    }

    @Test
    void aFaultOfTheServerIsNotTriedAgain() {
        ollama.answers(chat -> chat.refuses(503, "server busy, secret detail"));
        assertThat(failure(server(LONG, LONG, LONG), new ArrayList<>()))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.SERVER_FAULT))
                .satisfies(failure ->
                        assertThat(failure.getMessage()).doesNotContain("secret detail"));
        assertThat(ollama.chats()).hasSize(1);
    }

    @Test
    void nobodyThereIsUnreachable() {
        ollama.leave();
        fails(Reason.UNREACHABLE, server(LONG, LONG, LONG));
        assertThatThrownBy(() -> server(LONG, LONG, LONG).installed())
                .isInstanceOf(ModelFailure.class);
    }

    @Test
    void tellsThoughtsFromWords() {
        ollama.answers(
                chat -> chat.thinks("Hmm").says("<thi", "nk>Well", "</think>\n", "Yes").done());
        assertThat(said(LONG)).isEqualTo("\nYes");
        assertThat(thought()).isEqualTo("HmmWell");
        ollama.answers(chat -> chat.says("<think>Half a </th", "ought").done());
        assertThat(said(LONG)).isEmpty();
        assertThat(thought()).isEqualTo("Half a </thought");
    }

    @Test
    void anAnswerThatOnlyBeginsLikeThoughtsIsShown() {
        ollama.answers(chat -> chat.says("<th", "ead> is a tag").done());
        assertThat(said(LONG)).isEqualTo("<thead> is a tag");
        ollama.answers(chat -> chat.says("<thi").done());
        assertThat(said(LONG)).isEqualTo("<thi");
    }

    @Test
    void thinkingKeepsTheStreamAlive() {
        var between = Duration.ofSeconds(4);
        ollama.answers(chat -> {
            // Longer in all than the stream may be silent, and never silent for more than a moment.
            long until = System.nanoTime() + between.plusSeconds(1).toNanos();
            while (System.nanoTime() < until) {
                chat.thinks("Hmm");
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            chat.says("Yes").done();
        });
        List<ChatPart> parts =
                server(LONG, between, LONG).stream(MODEL, request()).collectList().block();

        assertThat(words(parts)).isEqualTo("Yes");
    }

    @Test
    void leavingInMidStreamClosesTheConnection() throws Exception {
        ollama.answers(TestingOllama.Chat::saysForEver);
        var came = new CountDownLatch(1);
        Disposable stream =
                server(LONG, LONG, LONG).stream(MODEL, request())
                        .subscribe(part -> came.countDown());
        assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();
        stream.dispose();
        assertThat(ollama.isLeftByCaller(10)).isTrue();
    }

    @Test
    void leavingBeforeTheFirstWordClosesTheConnection() throws Exception {
        var asked = new CountDownLatch(1);
        var left = new CountDownLatch(1);
        ollama.answers(chat -> {
            asked.countDown();
            chat.waits(left).saysForEver();
        });
        Disposable stream = server(LONG, LONG, LONG).stream(MODEL, request()).subscribe();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        stream.dispose();
        left.countDown();
        assertThat(ollama.isLeftByCaller(10)).isTrue();
    }

    private OllamaModelServer server(Duration first, Duration between, Duration whole) {
        return TestingModels.server(TestingModels.settings(ollama.url(), first, between, whole));
    }

    private String said(Duration limit) {
        return words(
                server(limit, limit, limit).stream(MODEL, request()).collectList().block(PATIENCE));
    }

    /** What the model thought, in another stream. */
    private String thought() {
        return server(LONG, LONG, LONG).stream(MODEL, request())
                .ofType(ChatPart.Thought.class)
                .map(ChatPart.Thought::text)
                .collect(Collectors.joining())
                .block(PATIENCE);
    }

    /** The words that came before the stream failed for this reason. */
    private String fails(Reason reason, OllamaModelServer server) {
        var parts = new ArrayList<ChatPart>();
        assertThat(failure(server, parts).reason()).isEqualTo(reason);
        return words(parts);
    }

    private ModelFailure failure(OllamaModelServer server, List<ChatPart> parts) {
        try {
            server.stream(MODEL, request()).doOnNext(parts::add).blockLast(PATIENCE);
        } catch (ModelFailure failure) {
            return failure;
        }
        throw new AssertionError("The stream did not fail");
    }

    private static String words(List<ChatPart> parts) {
        return parts.stream()
                .filter(ChatPart.Words.class::isInstance)
                .map(part -> ((ChatPart.Words) part).text())
                .collect(Collectors.joining());
    }

    private static ChatRequest request() {
        return new ChatRequest(
                List.of(new Turn(Speaker.SYSTEM, "Be brief."), new Turn(Speaker.USER, "Colours?")),
                50,
                new ModelOptions(4096, 0.1, Optional.empty(), false));
    }
}
