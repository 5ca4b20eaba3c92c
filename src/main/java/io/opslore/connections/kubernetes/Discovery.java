package io.opslore.connections.kubernetes;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks a server for the kinds that it serves. */
final class Discovery {

    private static final String ALL_AT_ONCE =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
    private static final int MOST_GROUPS = 100;

    private final Wire wire;

    Discovery(Wire wire) {
        this.wire = wire;
    }

    List<ApiKind> kinds() {
        return Stream.concat(core().stream(), groups().stream()).toList();
    }

    private List<ApiKind> core() {
        ClusterObject answer = ask("/api", ALL_AT_ONCE);
        return isWhole(answer)
                ? whole(answer)
                : single("", "v1", ask("/api/v1", "application/json"));
    }

    private List<ApiKind> groups() {
        ClusterObject answer = ask("/apis", ALL_AT_ONCE);
        if (isWhole(answer)) {
            return whole(answer);
        }
        List<ApiKind> kinds = new ArrayList<>();
        for (ClusterObject group : answer.parts("groups").stream().limit(MOST_GROUPS).toList()) {
            String version = group.text("preferredVersion.version");
            kinds.addAll(
                    single(
                            group.text("name"),
                            version,
                            ask(
                                    "/apis/"
                                            + Segment.of(group.text("name"))
                                            + "/"
                                            + Segment.of(version),
                                    "application/json")));
        }
        return kinds;
    }

    /** What is not there, such as a group whose own server is down, serves nothing. */
    private ClusterObject ask(String path, String accept) {
        try {
            return new ClusterObject(wire.json(path, Map.of(), accept));
        } catch (ConnectionFailed failed) {
            if (failed.reason() == Reason.NOT_FOUND) {
                return new ClusterObject(Map.of());
            }
            throw failed;
        }
    }

    private static boolean isWhole(ClusterObject answer) {
        return answer.kind().equals("APIGroupDiscoveryList");
    }

    private static List<ApiKind> whole(ClusterObject answer) {
        return answer.parts("items").stream()
                .flatMap(group ->
                        group.parts("versions").stream()
                                .limit(1)
                                .flatMap(version ->
                                        version.parts("resources").stream()
                                                .filter(Discovery::isListed)
                                                .map(one -> whole(group, version, one))))
                .toList();
    }

    private static ApiKind whole(ClusterObject group, ClusterObject version, ClusterObject one) {
        return new ApiKind(
                group.name(),
                version.text("version"),
                one.text("responseKind.kind"),
                one.text("resource"),
                one.text("scope").equals("Namespaced"),
                names(one.text("singularResource"), one));
    }

    private static List<ApiKind> single(String group, String version, ClusterObject answer) {
        return answer.parts("resources").stream()
                .filter(Discovery::isListed)
                .filter(one -> !one.text("name").contains("/"))
                .map(one ->
                        new ApiKind(
                                group,
                                version,
                                one.kind(),
                                one.text("name"),
                                one.text("namespaced").equals("true"),
                                names(one.text("singularName"), one)))
                .toList();
    }

    private static boolean isListed(ClusterObject resource) {
        return resource.texts("verbs").contains("list");
    }

    private static List<String> names(String singular, ClusterObject resource) {
        return Stream.concat(Stream.of(singular), resource.texts("shortNames").stream())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
