package io.opslore.tools.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.opslore.connections.kubernetes.TestingApiServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A shop in a cluster: one deployment whose new revision cannot start, pods ill in every way. */
public final class ClusterWorld {

    static final String IN_SECRET = "correct-horse-battery-7731";
    static final String IN_NOTE = "sunny side of the street";
    static final String IN_LAST_APPLIED = "Vq9zK2mT7pXw4LrB";
    // Those that read like an example are secrets by their names alone.
    static final String IN_ENV = "my-secret-password";
    static final String IN_FILE = "Nv83hLq0ZtRw";
    static final String IN_CONFIG = "tk-live-55aa1188ccddee";
    static final String IN_ARGS = "harvest moon 12";
    static final String IN_FLAG = "my-super-secret";
    static final String IN_LOG = "Xy7Qm2Lp9Vw3";
    public static final String IN_EVENT = "pgpass9917";
    static final String IN_ANNOTATION = "ak93jdk28dk20dkA";
    static final String IN_HEADER = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.c2lnbmF0dXJlLW9m";
    static final String IN_STATUS = "Zk4Rw8Tn1Bq6";
    static final String IN_KEY = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7";

    public static final List<String> PLANTED =
            List.of(
                    IN_SECRET,
                    encoded(IN_SECRET),
                    IN_NOTE,
                    encoded(IN_NOTE),
                    IN_LAST_APPLIED,
                    encoded(IN_LAST_APPLIED),
                    IN_ENV,
                    IN_FILE,
                    IN_CONFIG,
                    IN_ARGS,
                    IN_FLAG,
                    IN_LOG,
                    IN_EVENT,
                    IN_ANNOTATION,
                    IN_HEADER,
                    IN_STATUS,
                    IN_KEY);

    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: %s
              namespace: shop
              labels: {app: %s}
              annotations: {example.org/api-key: %s}
            spec:
              containers:
              - name: main
                image: %s
                args: [serve, --password, "%s", "--db-password=%s"]
                resources: {limits: {memory: 64Mi}}
                env:
                - {name: DB_PASSWORD, value: %s}
                - {name: LOG_LEVEL, value: debug}
                livenessProbe:
                  httpGet:
                    path: /
                    port: 80
                    httpHeaders: [{name: Authorization, value: "Bearer %s"}]
            status:
            %s
            """;

    private final TestingApiServer server;
    private final KubernetesClient admin;

    private ClusterWorld(TestingApiServer server) {
        this.server = server;
        this.admin = server.admin();
    }

    public static void build(TestingApiServer server) {
        var world = new ClusterWorld(server);
        List.of("shop", "hidden", "many").forEach(world::namespace);
        world.secrets();
        world.deployment();
        world.illPods();
        world.events();
        world.logs();
    }

    private void namespace(String name) {
        admin.resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .build())
                .create();
    }

    private void secrets() {
        make(
                """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db
                  namespace: shop
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: |
                      {"apiVersion":"v1","kind":"Secret","stringData":{"password":"%s"},"metadata":{"name":"db"}}
                type: Opaque
                data:
                  password: %s
                  note: %s
                """
                        .formatted(IN_LAST_APPLIED, encoded(IN_SECRET), encoded(IN_NOTE)));
        make(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings, namespace: hidden}
                data: {hidden: "yes"}
                """);
        make(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                  namespace: shop
                data:
                  API_TOKEN: %s
                  LOG_LEVEL: debug
                  application.properties: |
                    server.port=8080
                    db.password=%s
                  tls.key: |
                    -----BEGIN PRIVATE KEY-----
                    %s
                    -----END PRIVATE KEY-----
                """
                        .formatted(IN_CONFIG, IN_FILE, IN_KEY));
    }

    private void deployment() {
        HasMetadata api =
                make(workload("Deployment", "api", 2, "", "api", "shop/api:2", IN_ENV, ""));
        String owner =
                """
                  ownerReferences:
                  - {apiVersion: apps/v1, kind: Deployment, name: api, uid: "%s", controller: true}
                """
                        .formatted(api.getMetadata().getUid());
        make(
                workload(
                        "ReplicaSet",
                        "api-1",
                        0,
                        owner,
                        "api",
                        "shop/api:1",
                        "before-" + IN_ENV,
                        "1"));
        HasMetadata second =
                make(workload("ReplicaSet", "api-2", 2, owner, "api", "shop/api:2", IN_ENV, "2"));
        make(
                pod("api-2-x", "api", "shop/api:2", waiting("ImagePullBackOff", "manifest unknown"))
                        .replace(
                                "  labels:",
                                ("  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet,"
                                                + " name: api-2, uid: \"%s\", controller: true}]\n"
                                                + "  labels:")
                                        .formatted(second.getMetadata().getUid())));
    }

    private static String workload(
            String kind,
            String name,
            int replicas,
            String owner,
            String app,
            String image,
            String password,
            String revision) {
        String annotations =
                revision.isEmpty()
                        ? ""
                        : "  annotations: {deployment.kubernetes.io/revision: \"%s\"}\n"
                                .formatted(revision);
        String status =
                kind.equals("Deployment")
                        ? """
                        status:
                          observedGeneration: 1
                          replicas: 2
                          updatedReplicas: 1
                          readyReplicas: 0
                          conditions:
                          - {type: Progressing, status: "False", reason: ProgressDeadlineExceeded, message: timed out}
                        """
                        : "status: {replicas: %d}\n".formatted(replicas);
        return """
        apiVersion: apps/v1
        kind: %s
        metadata:
          name: %s
          namespace: shop
          labels: {app: %s}
        %s%sspec:
          replicas: %d
          selector: {matchLabels: {app: %s}}
          template:
            metadata: {labels: {app: %s}}
            spec:
              containers:
              - name: main
                image: %s
                env: [{name: DB_PASSWORD, value: "%s"}]
        %s\
        """
                .formatted(
                        kind,
                        name,
                        app,
                        annotations,
                        owner,
                        replicas,
                        app,
                        app,
                        image,
                        password,
                        status);
    }

    private void illPods() {
        make(pod("crashing", "crashing", "shop/job:1", ended("CrashLoopBackOff", "Error", 127)));
        make(pod("hungry", "hungry", "shop/job:1", ended("CrashLoopBackOff", "OOMKilled", 137)));
        make(pod("probed", "probed", "shop/web:1", running(false, 4)));
        make(pod("unready", "unready", "shop/web:1", running(false, 0)));
        make(pod("fine", "fine", "shop/web:1", running(true, 0)));
        make(
                pod(
                        "homeless",
                        "homeless",
                        "shop/web:1",
                        """
                          phase: Pending
                          conditions:
                          - {type: PodScheduled, status: "False", reason: Unschedulable, message: "0/3 nodes are available: 3 Insufficient cpu."}
                        """));
        make(
                pod(
                        "unconfigured",
                        "unconfigured",
                        "shop/web:1",
                        waiting("CreateContainerConfigError", "secret \"gone\" not found")));
    }

    /** With a new revision, and the old one beside it. */
    static void statefulSet(KubernetesClient admin) {
        String template =
                "{metadata: {labels: {app: store}}, spec: {containers: [{name: main, image: \"shop/db:%d\","
                        + " env: [{name: DB_PASSWORD, value: "
                        + IN_ENV
                        + "}]}]}}";
        HasMetadata store =
                make(
                        """
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata: {name: store, namespace: shop}
                        spec:
                          replicas: 1
                          serviceName: store
                          selector: {matchLabels: {app: store}}
                          template: %s
                        """
                                .formatted(template.formatted(2)),
                        admin);
        for (int revision = 1; revision <= 2; revision++) {
            make(
                    """
                    apiVersion: apps/v1
                    kind: ControllerRevision
                    metadata:
                      name: store-%1$d
                      namespace: shop
                      labels: {app: store}
                      ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: store, uid: "%2$s"}]
                    revision: %1$d
                    data: {spec: {template: %3$s}}
                    """
                            .formatted(
                                    revision,
                                    store.getMetadata().getUid(),
                                    template.formatted(revision)),
                    admin);
        }
    }

    private static String pod(String name, String app, String image, String status) {
        return POD.formatted(
                name,
                app,
                IN_ANNOTATION,
                image,
                IN_ARGS,
                IN_FLAG,
                IN_ENV,
                IN_HEADER,
                status.indent(0));
    }

    private static String waiting(String reason, String message) {
        return """
          phase: Pending
          containerStatuses:
          - name: main
            image: shop/api:2
            imageID: ""
            ready: false
            restartCount: 0
            state: {waiting: {reason: %s, message: '%s'}}
        """
                .formatted(reason, message);
    }

    private static String ended(String waiting, String reason, int code) {
        return """
          phase: Running
          containerStatuses:
          - name: main
            image: shop/job:1
            imageID: ""
            ready: false
            restartCount: 7
            state: {waiting: {reason: %s, message: back-off}}
            lastState: {terminated: {reason: %s, exitCode: %d, finishedAt: "2026-11-20T10:00:00Z", message: "db.password=%s refused"}}
        """
                .formatted(waiting, reason, code, IN_STATUS);
    }

    private static String running(boolean ready, int restarts) {
        return """
          phase: Running
          containerStatuses:
          - name: main
            image: shop/web:1
            imageID: ""
            ready: %s
            restartCount: %d
            state: {running: {startedAt: "2026-11-20T10:00:00Z"}}
        """
                .formatted(ready, restarts);
    }

    private void events() {
        event("one", "crashing", "Warning", "BackOff", "Back-off restarting failed container", 12);
        event("two", "crashing", "Warning", "BackOff", "Back-off restarting failed container", 3);
        event("three", "probed", "Warning", "Unhealthy", "Liveness probe failed: HTTP 500", 9);
        event("four", "unready", "Warning", "Unhealthy", "Readiness probe failed: HTTP 503", 2);
        event(
                "five",
                "unready",
                "Normal",
                "Waiting",
                "dial postgres://shop:" + IN_EVENT + "@db:5432/shop",
                1);
    }

    private void event(
            String name, String pod, String type, String reason, String message, int count) {
        make(
                """
                apiVersion: v1
                kind: Event
                metadata: {name: %s, namespace: shop}
                involvedObject: {kind: Pod, name: %s, namespace: shop}
                type: %s
                reason: %s
                message: "%s"
                count: %d
                firstTimestamp: "2026-11-20T10:00:00Z"
                lastTimestamp: "2026-11-20T11:00:00Z"
                """
                        .formatted(name, pod, type, reason, message, count));
    }

    private void logs() {
        StringBuilder log = new StringBuilder();
        for (int line = 0; line < 300; line++) {
            log.append("2026-11-20T10:00:%02dZ request %d done\n".formatted(line % 60, line));
        }
        log.append("2026-11-20T10:05:00Z password=").append(IN_LOG).append(" refused\n");
        log.append("2026-11-20T10:05:00Z -----BEGIN PRIVATE KEY-----\n2026-11-20T10:05:00Z ");
        log.append(IN_KEY).append("\n2026-11-20T10:05:00Z -----END PRIVATE KEY-----\n");
        log.append("2026-11-20T10:05:01Z panic: no database\n");
        for (String pod : List.of("crashing", "hungry", "probed", "unready", "api-2-x")) {
            server.gate().answer("/api/v1/namespaces/shop/pods/" + pod + "/log", log.toString());
        }
    }

    /** Pods with nothing but names. */
    static List<String> manyPods(KubernetesClient admin, int count) {
        List<String> names = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String name = "pod-%03d".formatted(at);
            admin.resource(
                            new PodBuilder()
                                    .withNewMetadata()
                                    .withName(name)
                                    .withNamespace("many")
                                    .endMetadata()
                                    .withNewSpec()
                                    .addNewContainer()
                                    .withName("main")
                                    .withImage("shop/web:1")
                                    .endContainer()
                                    .endSpec()
                                    .build())
                    .create();
            names.add(name);
        }
        return names;
    }

    HasMetadata make(String yaml) {
        return make(yaml, admin);
    }

    /** Keeps it, and says of it what nobody in this cluster would. */
    public static HasMetadata make(String yaml, KubernetesClient admin) {
        HasMetadata wanted =
                admin.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                        .items()
                        .getFirst();
        HasMetadata made = admin.resource(wanted).create();
        if (yaml.contains("\nstatus:")) {
            wanted.getMetadata().setResourceVersion(made.getMetadata().getResourceVersion());
            wanted.getMetadata().setUid(made.getMetadata().getUid());
            return admin.resource(wanted).updateStatus();
        }
        return made;
    }

    private static String encoded(String secret) {
        return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }
}
