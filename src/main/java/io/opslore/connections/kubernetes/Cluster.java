package io.opslore.connections.kubernetes;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster as one person may look into it, until it is closed. It can only be read; what is read
 * is without secrets, and what the connection leaves out looks like what is not there. Every call
 * asks the server. For one thread.
 */
public final class Cluster implements AutoCloseable {

    private static final int MOST_LOG = 1_000_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_TOLD = 5;

    private final Wire wire;
    private final NamespaceRules rules;
    private final ObjectMasking masking;
    private final Pages pages;

    Cluster(Wire wire, NamespaceRules rules, ObjectMasking masking) {
        this.wire = wire;
        this.rules = rules;
        this.masking = masking;
        pages = new Pages(wire, rules);
    }

    /** What the server says that it is, such as {@code v1.34.2}. */
    public String version() {
        return new ClusterObject(wire.json("/version", Map.of())).text("gitVersion");
    }

    /**
     * The kind that somebody means.
     *
     * @param written {@code pods}, {@code po}, {@code Pod}, {@code certificates.cert-manager.io}
     */
    public ApiKind kind(String written) {
        return KnownKinds.named(written)
                .or(() -> kinds().stream().filter(one -> one.isCalled(written)).findFirst())
                .orElseThrow(() ->
                        new ConnectionFailed(
                                Reason.NOT_FOUND,
                                "The cluster serves no such kind.",
                                "See k8s_apis_list for those that it does."));
    }

    /** All kinds that can be listed. */
    public List<ApiKind> kinds() {
        return new Discovery(wire).kinds();
    }

    /** Where to look if nobody says so: the only namespace that may be seen, if it is one. */
    public Optional<String> onlyNamespace() {
        return rules.only();
    }

    /**
     * One object, as the server keeps it but for its secrets.
     *
     * @param namespace empty where it is to be found by its name alone
     */
    public ClusterObject get(ApiKind kind, String namespace, String name) {
        String within = kind.namespaced() ? namespaceOf(kind, namespace, name) : "";
        pages.require(kind, within, name);
        Map<String, Object> found = wire.json(kind.path(within) + "/" + Segment.of(name), Map.of());
        return masking.object(Pages.told(found, kind));
    }

    /** A page of objects, whole but for their secrets. */
    public Listed list(Listing wish) {
        Pages.Page page = pages.page(wish, "application/json");
        return new Listed(
                page.items().stream().map(masking::object).toList(), page.after(), page.version());
    }

    /** All of them, up to a number. */
    public List<ClusterObject> all(Listing wish, int most) {
        Listed page = list(wish);
        Stream<ClusterObject> found = page.objects().stream();
        int count = page.objects().size();
        while (!page.after().isEmpty() && count < most) {
            page = list(wish.after(page.after()));
            found = Stream.concat(found, page.objects().stream());
            count += page.objects().size();
        }
        return found.limit(most).toList();
    }

    /**
     * A page of a list, in the columns of kubectl.
     *
     * @param wide whether those columns too that matter less
     */
    public ObjectTable table(Listing wish, boolean wide) {
        return new Tables(masking, wide).table(pages.page(wish, Pages.AS_TABLE), wish.kind());
    }

    /** The end of a pod's log. */
    public LogText log(LogWish wish) {
        String namespace = namespaceOf(kind("pods"), wish.namespace(), wish.pod());
        rules.require(namespace);
        Body body =
                wire.get(
                        "/api/v1/namespaces/%s/pods/%s/log"
                                .formatted(Segment.of(namespace), Segment.of(wish.pod())),
                        Map.of(
                                "container",
                                wish.container(),
                                "previous",
                                wish.previous() ? "true" : "",
                                "tailLines",
                                Integer.toString(wish.tail()),
                                "limitBytes",
                                Integer.toString(MOST_LOG),
                                "sinceSeconds",
                                wish.sinceSeconds() > 0 ? Long.toString(wish.sinceSeconds()) : "",
                                "timestamps",
                                "true"),
                        "*/*",
                        MOST_LOG);
        String text = new String(body.bytes(), StandardCharsets.UTF_8);
        return new LogText(
                masking.lines(text).lines().map(Cluster::shortened).toList(),
                body.full() || body.bytes().length == MOST_LOG);
    }

    private String namespaceOf(ApiKind kind, String namespace, String name) {
        return Optional.of(namespace)
                .filter(given -> !given.isEmpty())
                .or(rules::only)
                .orElseGet(() -> namespaceOf(kind, name));
    }

    /** People say the name of a pod and forget where it is. */
    private String namespaceOf(ApiKind kind, String name) {
        Segment.of(name);
        List<String> namespaces =
                all(Listing.of(kind, "").withFields("metadata.name=" + name), 500).stream()
                        .filter(found -> found.name().equals(name))
                        .map(ClusterObject::namespace)
                        .distinct()
                        .limit(MOST_TOLD + 1)
                        .toList();
        if (namespaces.isEmpty()) {
            throw new ConnectionFailed(
                    Reason.NOT_FOUND,
                    "Nothing of that kind and name is there.",
                    "List what there is with k8s_resources_list.");
        }
        if (namespaces.size() > 1) {
            throw Failures.unfit(
                    "It is in several namespaces: %s."
                            .formatted(
                                    String.join(
                                            ", ", namespaces.stream().limit(MOST_TOLD).toList())),
                    "Give its namespace.");
        }
        return namespaces.getFirst();
    }

    private static String shortened(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    }

    @Override
    public void close() {
        wire.close();
    }
}
