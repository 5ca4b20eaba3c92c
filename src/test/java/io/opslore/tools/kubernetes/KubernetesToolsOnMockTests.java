package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.MockApiServer;
import io.opslore.connections.kubernetes.TestingApiServer;

/** On a server that only keeps objects. */
class KubernetesToolsOnMockTests extends KubernetesToolsContract {

    @Override
    TestingApiServer start() {
        return new MockApiServer();
    }
}
