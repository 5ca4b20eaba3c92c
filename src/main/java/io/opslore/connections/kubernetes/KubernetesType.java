package io.opslore.connections.kubernetes;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Clusters can be connected: by a kubeconfig, or the one that the portal runs in. */
@Component
class KubernetesType implements ConnectionType {

    private static final List<ConnectionField> FIELDS =
            List.of(
                    ConnectionField.secretLines(Clusters.KUBECONFIG).optional(),
                    ConnectionField.line(Clusters.CONTEXT).optional(),
                    ConnectionField.lines(Clusters.NAMESPACES).optional(),
                    ConnectionField.line(Clusters.IMPERSONATE).optional());

    private final Clusters clusters;

    KubernetesType(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public String kind() {
        return Clusters.KIND;
    }

    @Override
    public List<ConnectionField> fields() {
        return FIELDS;
    }

    @Override
    public void check(Connection connection) {
        clusters.check(connection);
    }

    @Override
    public String test(Connection connection) {
        try (Cluster cluster = clusters.open(connection)) {
            int namespaces =
                    cluster.list(Listing.of(cluster.kind("namespaces"), "")).objects().size();
            return "Kubernetes %s, %d namespaces".formatted(cluster.version(), namespaces);
        }
    }
}
