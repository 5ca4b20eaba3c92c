package io.opslore.tools.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.tools.ToolParameter;
import io.opslore.tools.ToolParameter.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemoteSchemaTests {

    @Test
    void leavesOutWhatIsHiddenAndWhatLeadsElsewhere() {
        Map<String, Object> clean =
                RemoteSchema.passedOn(
                                Map.of(
                                        "properties",
                                        Map.of(
                                                "a",
                                                Map.of(
                                                        "$ref",
                                                        "http://evil.example/x",
                                                        "description",
                                                        "plain\u200b\u202e text\n\u0007"),
                                                "b",
                                                Map.of("$ref", "#/$defs/b"))))
                        .orElseThrow();

        assertThat(clean.toString())
                .contains("description=plain text", "$ref=#/$defs/b")
                .doesNotContain("evil");
        assertThat(clean).containsEntry("type", "object");
    }

    @Test
    void passesNothingOnThatIsTooLargeOrTooDeep() {
        Map<String, Object> deep = new HashMap<>();
        for (int level = 0; level < 100; level++) {
            deep = new HashMap<>(Map.of("properties", deep));
        }

        assertThat(RemoteSchema.passedOn(deep)).isEmpty();
        assertThat(RemoteSchema.passedOn(Map.of("description", "x".repeat(20_000)))).isEmpty();
    }

    @Test
    void tellsAPlanningModelOfEachArgument() {
        List<ToolParameter> parameters =
                RemoteSchema.parameters(
                        Map.of(
                                "required",
                                List.of("level"),
                                "properties",
                                Map.of(
                                        "level",
                                        Map.of("type", "string", "enum", List.of("a", "b")))));

        assertThat(parameters)
                .singleElement()
                .satisfies(level -> {
                    assertThat(level.required()).isTrue();
                    assertThat(level.type()).isEqualTo(Type.TEXT);
                    assertThat(level.values()).containsExactly("a", "b");
                });
        assertThat(RemoteSchema.parameters(Map.of("properties", "none"))).isEmpty();
    }
}
