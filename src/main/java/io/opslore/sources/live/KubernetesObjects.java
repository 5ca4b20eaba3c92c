package io.opslore.sources.live;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.kubernetes.ApiKind;
import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.connections.kubernetes.Listing;
import io.opslore.sources.Snapshot;
import io.opslore.sources.Source;
import io.opslore.sources.SourceKind;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Objects of a cluster as manifests, one document each, and its events, one document for each
 * namespace and day. Thread-safe.
 */
@Component
class KubernetesObjects implements SourceKind {

    private static final String NAMESPACES = "namespaces";
    private static final String KINDS = "kinds";
    private static final String EVENT_DAYS = "eventDays";
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 90;
    private static final int MOST = 10_000;

    private static final List<String> USUAL =
            List.of(
                    "deployments",
                    "statefulsets",
                    "daemonsets",
                    "cronjobs",
                    "services",
                    "ingresses",
                    "configmaps",
                    "networkpolicies",
                    "horizontalpodautoscalers",
                    "poddisruptionbudgets",
                    "persistentvolumeclaims");

    private final Clusters clusters;
    private final EventDays events;
    private final Clock clock;

    KubernetesObjects(Clusters clusters, EventDays events, Clock clock) {
        this.clusters = clusters;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "kubernetes";
    }

    @Override
    public Set<String> connections() {
        return Set.of(Clusters.KIND);
    }

    @Override
    public List<ConnectionField> options(String connection) {
        return List.of(
                ConnectionField.lines(NAMESPACES).optional(),
                ConnectionField.lines(KINDS).optional(),
                ConnectionField.line(EVENT_DAYS).optional());
    }

    @Override
    public boolean hasFiles() {
        return false;
    }

    @Override
    public void check(Source source, Connection connection) {
        NameChoice.of(source.rules().option(NAMESPACES));
        kinds(source);
        days(source);
    }

    @Override
    public Snapshot take(Source source, Connection connection) {
        var gathering = new Gathering(clock);
        NameChoice namespaces = NameChoice.of(source.rules().option(NAMESPACES));
        try (Cluster cluster = clusters.open(connection, source.owner())) {
            for (String kind : kinds(source)) {
                manifests(cluster, cluster.kind(kind), namespaces, gathering);
            }
            gathering.requireSome("objects");
            if (days(source) > 0) {
                var place = new EventDays.Place(source.id(), connection, namespaces, days(source));
                events.add(cluster, place, gathering);
            }
        }
        return gathering.snapshot(key());
    }

    private static void manifests(
            Cluster cluster, ApiKind kind, NameChoice namespaces, Gathering gathering) {
        List<String> within =
                kind.namespaced() && namespaces.isPlain() ? namespaces.written() : List.of("");
        for (String namespace : within) {
            gathering.goOn();
            List<ClusterObject> found = cluster.all(Listing.of(kind, namespace), MOST + 1);
            if (found.size() > MOST) {
                throw new ConnectionFailed(
                        Reason.TOO_WIDE,
                        "There are more than %d %s.".formatted(MOST, kind.plural()),
                        "Choose namespaces, each by its name.");
            }
            found.stream()
                    .filter(one -> !kind.namespaced() || namespaces.takes(one.namespace()))
                    .filter(Manifest::isOwn)
                    .forEach(one -> gathering.add(document(kind, one)));
        }
    }

    /** Kinds of one name in several groups are told apart by their groups. */
    private static LiveDocument document(ApiKind kind, ClusterObject object) {
        String folder = kind.namespaced() ? Told.segment(object.namespace()) : "cluster";
        String group =
                kind.group().contains(".") && !kind.group().endsWith(".k8s.io")
                        ? "." + kind.group()
                        : "";
        return LiveDocument.of(
                "%s/%s/%s.yaml"
                        .formatted(
                                folder,
                                kind.kind().toLowerCase(Locale.ROOT) + group,
                                Told.segment(object.name())),
                object.version(),
                Manifest.yaml(object));
    }

    private static List<String> kinds(Source source) {
        NameChoice kinds = NameChoice.of(source.rules().option(KINDS));
        if (!kinds.written().isEmpty() && !kinds.isPlain()) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "A kind cannot be written with a star.",
                    "Write one kind a line, such as deployments or certificates.cert-manager.io.");
        }
        return kinds.written().isEmpty() ? USUAL : kinds.written();
    }

    private static int days(Source source) {
        return Told.number(source.rules().option(EVENT_DAYS), USUAL_DAYS, 0, MOST_DAYS);
    }
}
