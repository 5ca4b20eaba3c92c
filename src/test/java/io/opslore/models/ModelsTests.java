package io.opslore.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opslore.identity.AccountId;
import io.opslore.testing.TestingModelServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class ModelsTests {

    private static final ChatRequest REQUEST =
            new ChatRequest(List.of(), 10, TestingModelServer.OPTIONS);

    private static final AccountId ASKER = new AccountId(UUID.randomUUID());

    private final TestingModelServer server = new TestingModelServer();
    private final Breaker breaker = new Breaker(new BreakerSettings(3, Duration.ofMillis(500)));
    private final TestingQueue queue = new TestingQueue();
    private ModelWatch watch;

    @AfterEach
    void stop() {
        watch.stop();
        queue.close();
    }

    @Test
    void noticesThatTheServerComesAndGoes() {
        Models models = models(Duration.ofMillis(50));
        var told = new CopyOnWriteArrayList<ModelStatus>();
        Runnable leave = models.onChange(told::add);
        watch.start();
        await().until(() -> told.size() == 1);
        server.says("Hello");
        await().until(() -> told.size() == 2);
        server.leave();
        await().until(() -> told.size() == 3);
        assertThat(told)
                .containsExactly(
                        new ModelStatus.Unreachable(server.baseUrl()),
                        new ModelStatus.Available(server.baseUrl(), TestingModelServer.MODEL, 8192),
                        new ModelStatus.Unreachable(server.baseUrl()));
        leave.run();
        server.says("Hello");
        await().until(() -> models.status() instanceof ModelStatus.Available);
        assertThat(told).hasSize(3);
    }

    @Test
    void looksAtOnceWhenAStreamFails() {
        Models models = models(Duration.ofSeconds(5));
        server.answers(
                Flux.defer(() -> {
                    server.leave();
                    return Flux.error(new ModelFailure(ModelFailure.Reason.CUT_OFF, "Gone"));
                }));
        watch.start();
        await().until(() -> models.status() instanceof ModelStatus.Available);
        models.stream(TestingModelServer.MODEL, REQUEST, ASKER).onErrorComplete().blockLast();
        await().atMost(Duration.ofSeconds(3))
                .until(() -> models.status() instanceof ModelStatus.Unreachable);
    }

    @Test
    void aStreamFailsWithoutAskingWhereNobodyIsThere() {
        Models models = models(Duration.ofSeconds(5));
        assertThat(
                        models.stream(TestingModelServer.MODEL, REQUEST, ASKER)
                                .onErrorResume(
                                        ModelFailure.class,
                                        failure ->
                                                Flux.just(
                                                        new ChatPart.Words(
                                                                failure.reason().name())))
                                .blockLast())
                .isEqualTo(new ChatPart.Words("UNREACHABLE"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aListenerThatFailsDoesNotEndTheWatch() {
        Models models = models(Duration.ofMillis(50));
        models.onChange(status -> {
            throw new IllegalStateException("On purpose");
        });
        var told = new CopyOnWriteArrayList<ModelStatus>();
        models.onChange(told::add);
        watch.start();
        await().until(() -> told.size() == 1);
        server.says("Hello");
        await().until(() -> told.size() == 2);
    }

    @Test
    void aServerThatFailsAgainAndAgainIsLeftAloneAndTriedByOneRequest() {
        Models models = models(Duration.ofMillis(50));
        var calls = new AtomicInteger();
        var probe = Sinks.<ChatPart>one();
        server.answers(
                Flux.defer(() ->
                        calls.incrementAndGet() <= 3
                                ? Flux.error(
                                        new ModelFailure(
                                                ModelFailure.Reason.SERVER_FAULT, "Broken"))
                                : probe.asMono()));
        watch.start();
        await().until(() -> models.status() instanceof ModelStatus.Available);
        for (int number = 0; number < 3; number++) {
            assertThat(failure(models)).isEqualTo(ModelFailure.Reason.SERVER_FAULT);
        }
        assertThat(failure(models)).isEqualTo(ModelFailure.Reason.UNREACHABLE);
        assertThat(calls).hasValue(3);
        await().until(() -> models.status() instanceof ModelStatus.Resting);
        await().until(() -> models.status() instanceof ModelStatus.Available);

        var tried = models.stream(TestingModelServer.MODEL, REQUEST, ASKER).subscribe();
        await().untilAtomic(calls, equalTo(4));
        assertThat(failure(models)).isEqualTo(ModelFailure.Reason.UNREACHABLE);
        assertThat(calls).as("while one tries, nobody else does").hasValue(4);

        probe.tryEmitValue(SlowModel.DONE);
        await().until(tried::isDisposed);
        assertThat(models.stream(TestingModelServer.MODEL, REQUEST, ASKER).blockLast())
                .isInstanceOf(ChatPart.Done.class);
    }

    private static ModelFailure.Reason failure(Models models) {
        try {
            models.stream(TestingModelServer.MODEL, REQUEST, ASKER)
                    .blockLast(Duration.ofSeconds(30));
            throw new AssertionError("It was answered");
        } catch (ModelFailure failure) {
            return failure.reason();
        }
    }

    private Models models(Duration lookEvery) {
        var settings =
                new ModelsSettings(
                        "http://unused",
                        "",
                        8192,
                        0.1,
                        false,
                        lookEvery,
                        new ModelsSettings.Limits(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1)));
        watch = new ModelWatch(server, settings, new DefaultSetups(settings)::of, breaker);
        return new Models(
                server,
                watch,
                queue.queue(),
                breaker,
                new ModelCalls(new SimpleMeterRegistry(), ObservationRegistry.NOOP));
    }
}
