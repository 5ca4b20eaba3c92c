package io.opslore.tools.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.common.McpTransportContext;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RunningCallsTests {

    private static final Asker ANNA = TestingAuthority.asker("anna", Role.READER);
    private static final Asker BORIS = TestingAuthority.asker("boris", Role.READER);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final RunningCalls calls = new RunningCalls();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void whoBeganACallCanCallItOff() throws Exception {
        CompletableFuture<String> call = begin();

        calls.callOff(context(ANNA, "10.0.0.1"), 7L);

        assertThat(call).succeedsWithin(SOON).isEqualTo("called off, and the thread is free");
    }

    @Test
    void nobodyElseCanAndNoOtherCallEnds() throws Exception {
        CompletableFuture<String> call = begin();

        calls.callOff(context(BORIS, "10.0.0.1"), 7);
        calls.callOff(context(ANNA, "10.0.0.2"), 7);
        calls.callOff(context(ANNA, "10.0.0.1"), 8);
        open.countDown();

        assertThat(call).succeedsWithin(SOON).isEqualTo("done, and the thread is free");
    }

    @Test
    void whatHasEndedIsNoMoreToBeCalledOff() {
        assertThat(calls.run(context(ANNA, "10.0.0.1"), 7, () -> "done")).isEqualTo("done");

        calls.callOff(context(ANNA, "10.0.0.1"), 7);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private CompletableFuture<String> begin() throws InterruptedException {
        var call = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> call.complete(ran()));
        begun.await();
        return call;
    }

    private String ran() {
        String end = calls.run(context(ANNA, "10.0.0.1"), 7, this::held);
        return end
                + (Thread.currentThread().isInterrupted()
                        ? ", and the thread is not"
                        : ", and the thread is free");
    }

    private String held() {
        begun.countDown();
        try {
            open.await();
            return "done";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "called off";
        }
    }

    private static McpTransportContext context(Asker asker, String address) {
        return McpTransportContext.create(
                Map.of(McpTools.ASKER, asker, RunningCalls.ADDRESS, address));
    }
}
