package io.opslore.connections.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Fabric8's server, which keeps what it is given; no real one. */
public final class MockApiServer implements TestingApiServer {

    /** It writes a line for each request. */
    private static final Logger LOUD = Logger.getLogger(MockWebServer.class.getName());

    private final KubernetesMockServer server;
    private final KubernetesClient admin;
    private final Gate gate;

    public MockApiServer() {
        this(0);
    }

    /**
     * @param gatePort where the gate before it will be
     */
    public MockApiServer(int gatePort) {
        LOUD.setLevel(Level.WARNING);
        Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
        server =
                new KubernetesMockServer(
                        new Context(),
                        new MockWebServer(),
                        responses,
                        new KubernetesMixedDispatcher(responses),
                        false);
        server.init();
        admin = server.createClient();
        gate = new Gate(URI.create("http://127.0.0.1:" + server.getPort()), null, true, gatePort);
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public KubernetesClient admin() {
        return admin;
    }

    @Override
    public String token() {
        return "portal-token";
    }

    @Override
    public void close() {
        gate.close();
        admin.close();
        server.destroy();
    }
}
