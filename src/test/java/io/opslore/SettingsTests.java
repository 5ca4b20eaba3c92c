package io.opslore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettingsTests {

    private static final Pattern ROW =
            Pattern.compile("^\\| `(opslore\\.[a-z0-9.-]+)`", Pattern.MULTILINE);

    @Test
    void theSettingsPageListsExactlyTheSettingsThatThereAre() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));
        List<String> documented =
                ROW.matcher(page).results().map(row -> row.group(1)).sorted().toList();

        assertThat(documented).isEqualTo(existing());
    }

    private static List<String> existing() throws IOException {
        Path metadata = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
        JsonNode properties =
                JsonMapper.shared().readTree(Files.readString(metadata)).get("properties");
        return properties
                .valueStream()
                .map(property -> property.get("name").asString())
                .filter(name -> name.startsWith("opslore."))
                .sorted()
                .toList();
    }
}
