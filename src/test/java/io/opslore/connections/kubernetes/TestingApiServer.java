package io.opslore.connections.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;

/** A server that tests look into, with what they put there. */
public interface TestingApiServer extends AutoCloseable {

    /** Before it; what the portal is told to connect to. */
    Gate gate();

    /** May do everything: for the tests alone. */
    KubernetesClient admin();

    /** The token by which the portal comes in. */
    String token();

    /** A kubeconfig that leads through the gate. */
    default String kubeconfig() {
        return """
        apiVersion: v1
        kind: Config
        current-context: first
        contexts:
        - name: first
          context: {cluster: here, user: portal}
        - name: second
          context: {cluster: here, user: other}
        clusters:
        - name: here
          cluster: {server: "http://%s"}
        users:
        - name: portal
          user: {token: %s}
        - name: other
          user: {token: other-token}
        """
                .formatted(gate().hostAndPort(), token());
    }

    @Override
    void close();
}
