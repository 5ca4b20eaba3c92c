package io.opslore.connections.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyTransportTests {

    private final TestingTransport engine = new TestingTransport("1.41");
    private final ReadOnlyTransport transport = new ReadOnlyTransport(engine);

    @ParameterizedTest
    @ValueSource(
            strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "get", ""})
    void sendsNothingThatIsNotReading(String method) {
        Request request = request(method).build();

        assertThatThrownBy(() -> transport.execute(request))
                .isInstanceOf(IllegalStateException.class);
        assertThat(engine.asked()).isEmpty();
    }

    @Test
    void sendsNothingThatCarriesSomething() {
        byte[] body = {1};

        assertThatThrownBy(() -> transport.execute(request("GET").bodyBytes(body).build()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        transport.execute(
                                request("GET").body(new ByteArrayInputStream(body)).build()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        transport.execute(
                                request("GET")
                                        .hijackedInput(new ByteArrayInputStream(body))
                                        .build()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(engine.asked()).isEmpty();
    }

    @Test
    void letsReadingThrough() {
        transport.execute(request("GET").build());
        transport.execute(request("HEAD").build());

        assertThat(engine.asked()).containsExactly("GET /services", "HEAD /services");
    }

    private static Request.Builder request(String method) {
        return Request.builder().method(method).path("/services");
    }
}
