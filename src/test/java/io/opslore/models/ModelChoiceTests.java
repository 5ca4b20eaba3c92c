package io.opslore.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.models.ModelServer.InstalledModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelChoiceTests {

    private static final List<InstalledModel> INSTALLED =
            List.of(
                    new InstalledModel("bge-m3:latest", false),
                    new InstalledModel("qwen2.5-coder:7b", true),
                    new InstalledModel("qwen3:14b", true),
                    new InstalledModel("llama3.1:latest", true));

    @Test
    void takesTheFirstGeneralOneThatChats() {
        assertThat(ModelChoice.of(INSTALLED, "")).contains("qwen3:14b");
        assertThat(ModelChoice.of(INSTALLED.subList(0, 2), "")).contains("qwen2.5-coder:7b");
        assertThat(ModelChoice.of(INSTALLED.subList(0, 1), "")).isEmpty();
    }

    @Test
    void takesTheWantedOneAndNoOther() {
        assertThat(ModelChoice.of(INSTALLED, "llama3.1")).contains("llama3.1:latest");
        assertThat(ModelChoice.of(INSTALLED, "qwen2.5-coder:7b")).contains("qwen2.5-coder:7b");
        assertThat(ModelChoice.of(INSTALLED, "qwen3")).isEmpty();
        assertThat(ModelChoice.of(INSTALLED, "bge-m3")).isEmpty();
    }
}
