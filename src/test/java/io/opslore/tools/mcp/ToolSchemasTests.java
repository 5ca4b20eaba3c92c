package io.opslore.tools.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.PortalTest;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What clients know of the tools changes only with the version that they are told. */
class ToolSchemasTests extends PortalTest {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    @Autowired private ToolCalls calls;

    @Test
    void areThoseOfTheirVersion() throws IOException {
        String name = "schemas-v%d.json".formatted(ToolSchemas.VERSION);
        Path kept = Path.of("src/test/resources/tools", name);
        String now =
                JSON.writeValueAsString(
                                calls.tools().stream()
                                        .filter(tool -> tool.foreign() == null)
                                        .sorted(Comparator.comparing(ToolInfo::name))
                                        .map(ToolSchemasTests::told)
                                        .toList())
                        + "\n";
        Path written = Files.writeString(Path.of("target", name), now);

        assertThat(kept)
                .as("After counting up ToolSchemas.VERSION, copy %s there", written)
                .exists();
        assertThat(now)
                .as("A tool has changed: count up ToolSchemas.VERSION")
                .isEqualToIgnoringNewLines(Files.readString(kept));
    }

    private static Map<String, Object> told(ToolInfo tool) {
        return new TreeMap<>(
                Map.of(
                        "name",
                        tool.name(),
                        "description",
                        List.of(tool.description().split("(?<=\\.) ")),
                        "schema",
                        tool.schema()));
    }
}
