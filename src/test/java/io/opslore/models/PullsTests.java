package io.opslore.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.TestingModelKeeper;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

class PullsTests {

    private final Sinks.Many<PullStep> server = Sinks.many().unicast().onBackpressureBuffer();
    private final TestingModelKeeper keeper = new TestingModelKeeper(server.asFlux());
    private final ServerNews news = new ServerNews();
    private final Pulls pulls = new Pulls(keeper, news, Clock.systemUTC());

    @Test
    void addsTheLayersUp() {
        pulls.start("a:1b");
        server.tryEmitNext(new PullStep("pulling manifest", "", 0, 0)).orThrow();
        server.tryEmitNext(new PullStep("pulling aa", "aa", 100, 40)).orThrow();
        server.tryEmitNext(new PullStep("pulling bb", "bb", 50, 10)).orThrow();
        server.tryEmitNext(new PullStep("pulling aa", "aa", 100, 90)).orThrow();
        Pull pull = pulls.all().getFirst();
        assertThat(pull.state()).isEqualTo(Pull.State.RUNNING);
        assertThat(pull.total()).isEqualTo(150);
        assertThat(pull.completed()).isEqualTo(100);
        server.tryEmitComplete().orThrow();
        assertThat(pulls.all().getFirst().state()).isEqualTo(Pull.State.DONE);
    }

    @Test
    void fetchesTheSameModelOnceAtATime() {
        assertThat(pulls.start("a:1b")).isTrue();
        assertThat(pulls.start("a:1b")).isFalse();
        pulls.dismiss("a:1b");
        assertThat(pulls.all()).hasSize(1);
        pulls.cancel("a:1b");
        assertThat(pulls.all().getFirst().state()).isEqualTo(Pull.State.CANCELLED);
        pulls.dismiss("a:1b");
        assertThat(pulls.all()).isEmpty();
    }

    @Test
    void keepsTheServersWordsOfAFailure() {
        var told = new AtomicInteger();
        news.onChange(told::incrementAndGet);
        pulls.start("a:1b");
        server.tryEmitError(new ModelFailure(ModelFailure.Reason.REFUSED, "no space left"))
                .orThrow();
        assertThat(pulls.all().getFirst())
                .returns(Pull.State.FAILED, Pull::state)
                .returns("no space left", Pull::said);
        assertThat(told.get()).isGreaterThanOrEqualTo(2);
    }
}
