package io.opslore.deployment;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API would say of an object without a cluster: built-in kinds by the models made from its
 * own OpenAPI document, others by what their definitions ask of the fields used here.
 */
final class KubernetesSchemas {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final JsonNode OTHERS = others();

    private KubernetesSchemas() {}

    /** Unknown and missing fields, values of the wrong kind; none where all is well. */
    static List<String> errors(JsonNode object) {
        String version = object.path("apiVersion").asString("");
        String kind = object.path("kind").asString("");
        JsonNode other = OTHERS.path(version + "/" + kind);
        if (other.isObject()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(other)
                    .validate(object)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
        String number = version.substring(version.indexOf('/') + 1);
        try {
            Class<?> model =
                    Class.forName(
                            MODELS
                                    + number.substring(0, 1).toUpperCase()
                                    + number.substring(1)
                                    + kind);
            JsonElement json = JsonParser.parseString(object.toString());
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            JSON.getGson().fromJson(json, model);
            return List.of();
        } catch (ClassNotFoundException e) {
            return List.of("there is no " + kind + " of " + version);
        } catch (InvocationTargetException e) {
            return List.of(String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode others() {
        try (InputStream json =
                KubernetesSchemas.class.getResourceAsStream("/deployment/custom-resources.json")) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
