package io.opslore.connections.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTests {

    @ParameterizedTest
    @CsvSource({"1.30,1.30", "1.41,1.41", "1.51,1.51", "1.52,1.51", "2.0,1.51"})
    void speaksTheNewestVersionThatBothKnow(String theirs, String spoken) {
        var transport = new TestingTransport(theirs);

        new Engine(transport).get("/nodes");

        assertThat(transport.asked()).containsExactly("GET /_ping", "GET /v" + spoken + "/nodes");
    }

    @ParameterizedTest
    @CsvSource({"1.24", "x", "''"})
    void speaksToNoOther(String theirs) {
        assertFails(Reason.UNSUPPORTED, new TestingTransport(theirs));
    }

    @ParameterizedTest
    @CsvSource({"404,NOT_FOUND", "403,DENIED", "503,UNSUPPORTED", "500,DOWN", "302,DOWN"})
    void saysWhatIsWrongInItsOwnWords(int status, Reason reason) {
        var transport = new TestingTransport("1.41");
        transport.failWith(status);

        assertFails(reason, transport);
    }

    private static void assertFails(Reason reason, TestingTransport transport) {
        assertThatThrownBy(() -> new Engine(transport).get("/nodes"))
                .asInstanceOf(InstanceOfAssertFactories.type(ConnectionFailed.class))
                .satisfies(failed -> {
                    assertThat(failed.reason()).isEqualTo(reason);
                    assertThat(failed.getMessage()).doesNotContain("secret");
                    assertThat(failed.suggestion()).isNotBlank();
                });
    }

    @Test
    void asksForItsVersionOnce() {
        var transport = new TestingTransport("1.41");
        var engine = new Engine(transport);

        engine.get("/nodes");
        engine.get("/nodes");

        assertThat(transport.asked()).hasSize(3);
    }
}
