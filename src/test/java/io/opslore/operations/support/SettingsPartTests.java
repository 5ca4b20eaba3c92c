package io.opslore.operations.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsPartTests {

    private static final String SECRET = "zebrafish4711";

    @Test
    void whatIsNotKnownToBeHarmlessIsLeftOut() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("opslore.database.password", SECRET);
        settings.put("opslore.database.url", "jdbc:postgresql://db/x?password=" + SECRET);
        settings.put("opslore.library.s3.access-key", SECRET);
        settings.put("opslore.library.s3.secret-key", "4711");
        settings.put("opslore.mcp.tokens." + SECRET, "1234567890");
        settings.put(
                "opslore.models.base-url",
                "https://user:" + SECRET + "@ollama.example:11434/" + SECRET);
        settings.put("opslore.models.chat-model", SECRET);
        settings.put("opslore.unknown", SECRET);
        settings.put("OPSLORE_IDENTITY_SECRETKEY", SECRET);
        settings.put("spring.mail.password", "1234");
        settings.put("HOME", SECRET);
        settings.put("opslore.library.bin-retention", "30d");
        settings.put("opslore.library.store", "s3");
        settings.put("opslore.audit.question-text", "false");

        String shown = shown(settings);

        assertThat(shown).doesNotContain(SECRET, "4711", "1234");
        assertThat(shown)
                .contains(
                        "opslore.database.password = (set)\n",
                        "opslore.mcp.tokens.… = (set)\n",
                        "opslore.models.base-url = https://ollama.example:11434\n",
                        "opslore.models.chat-model = (set)\n",
                        "opslore.library.bin-retention = 30d\n",
                        "opslore.library.store = s3\n",
                        "opslore.audit.question-text = false\n");
    }

    private static String shown(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("planted", settings));
        return new SettingsPart(environment).content();
    }
}
