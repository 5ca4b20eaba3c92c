package io.opslore.assistant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.PortalTest;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolInfo;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every tool of the portal's own has a title in each language. */
class ToolTextTests extends PortalTest {

    @Autowired private ToolCalls tools;

    @Test
    void everyToolAndServerIsNamedInEachLanguage() {
        for (String language : List.of("en", "ru")) {
            ResourceBundle texts =
                    ResourceBundle.getBundle(
                            "vaadin-i18n.translations", Locale.forLanguageTag(language));
            assertThat(tools.tools()).isNotEmpty();
            for (ToolInfo tool : tools.tools()) {
                assertThat(texts.containsKey("tools.title." + tool.name()))
                        .as("%s in %s", tool.name(), language)
                        .isTrue();
                assertThat(texts.containsKey("tools.title.server." + tool.server()))
                        .as("%s in %s", tool.server(), language)
                        .isTrue();
            }
        }
    }

    @Test
    void englishTitlesAreThoseOfTheTools() {
        ResourceBundle texts = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ENGLISH);
        for (ToolInfo tool : tools.tools()) {
            assertThat(texts.getString("tools.title." + tool.name())).isEqualTo(tool.title());
        }
    }
}
