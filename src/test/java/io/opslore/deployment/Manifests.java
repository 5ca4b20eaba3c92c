package io.opslore.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the real kustomize makes of {@code k8s/}; skips where there is none. */
final class Manifests {

    private static final Map<String, String> RENDERED = new HashMap<>();

    private Manifests() {}

    /** The objects of one folder, fresh each time. */
    static synchronized List<JsonNode> rendered(String folder)
            throws IOException, InterruptedException {
        if (!RENDERED.containsKey(folder)) {
            Optional<String> kustomize = Programs.find("kustomize");
            Optional<String> kubectl = Programs.find("kubectl");
            Assumptions.assumeTrue(
                    kustomize.isPresent() || kubectl.isPresent(),
                    "neither kustomize nor kubectl on this machine");
            String path = Path.of("k8s", folder).toString();
            RENDERED.put(
                    folder,
                    kustomize.isPresent()
                            ? Programs.run(kustomize.get(), "build", path)
                            : Programs.run(kubectl.orElseThrow(), "kustomize", path));
        }
        return Yaml.all(RENDERED.get(folder));
    }

    /** An overlay with the MCP servers beside it. */
    static Cluster whole(String overlay) throws IOException, InterruptedException {
        List<JsonNode> objects = new ArrayList<>(rendered("overlays/" + overlay));
        objects.addAll(rendered("mcp"));
        return new Cluster(objects);
    }

    /** Sets a key of an object to some JSON, or takes it away where that is {@code null}. */
    static void change(JsonNode object, String where, String key, String value) {
        var at = (ObjectNode) object.at(where);
        if (value.equals("null")) {
            at.remove(key);
        } else {
            at.set(key, JsonMapper.shared().readTree(value));
        }
    }
}
