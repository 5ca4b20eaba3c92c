package io.opslore.models;

import static io.opslore.models.ModelTask.CODE;
import static io.opslore.models.ModelTask.DOCUMENTATION;
import static io.opslore.models.ModelTask.GENERAL;
import static io.opslore.models.ModelTask.LOGS;

import java.util.Map;
import java.util.Objects;

/**
 * Which models fit a memory. All of them are names of the Ollama library whose plain tag is a
 * quantisation to 4 bits; this is the one place that names them.
 */
public enum ModelAdvice {
    /** No graphics memory: the processor computes, so the model must be small. */
    NONE(
            0,
            Map.of(
                    DOCUMENTATION, "llama3.2:3b",
                    LOGS, "deepseek-r1:1.5b",
                    CODE, "qwen2.5-coder:1.5b",
                    GENERAL, "qwen2.5:3b")),
    /** One consumer card: models of about 5 GB beside their window. */
    GB_8(
            8,
            Map.of(
                    DOCUMENTATION, "llama3.1:8b",
                    LOGS, "deepseek-r1:7b",
                    CODE, "qwen2.5-coder:7b",
                    GENERAL, "qwen2.5:7b")),
    /** One large card: 32 billion parameters take 20 GB and leave a window of 8k. */
    GB_24(
            24,
            Map.of(
                    DOCUMENTATION, "qwen2.5:32b",
                    LOGS, "deepseek-r1:32b",
                    CODE, "qwen2.5-coder:32b",
                    GENERAL, "qwen2.5:32b")),
    /** Two cards: 70 billion parameters take 43 GB; 72 billion would leave no room for a window. */
    GB_48(
            48,
            Map.of(
                    DOCUMENTATION, "llama3.1:70b",
                    LOGS, "deepseek-r1:32b",
                    CODE, "qwen2.5-coder:32b",
                    GENERAL, "qwen2.5:32b")),
    /** What the portal is made for, and comes with. */
    MORE(
            80,
            Map.of(
                    DOCUMENTATION, "llama3.1:70b",
                    LOGS, "deepseek-r1:32b",
                    CODE, "qwen2.5-coder:32b",
                    GENERAL, "qwen2.5:72b"));

    private final int gigabytes;
    private final Map<ModelTask, String> models;

    ModelAdvice(int gigabytes, Map<ModelTask, String> models) {
        this.gigabytes = gigabytes;
        this.models = models;
    }

    /** The memory from which on it is given. */
    public int gigabytes() {
        return gigabytes;
    }

    /** The model for a task that speaks. */
    public String model(ModelTask task) {
        return Objects.requireNonNull(models.get(task), "No model is advised for this task");
    }

    /** For so much memory: cards have a little less than their name says. */
    public static ModelAdvice fitting(double gigabytes) {
        ModelAdvice fitting = NONE;
        for (ModelAdvice advice : values()) {
            fitting = gigabytes >= advice.gigabytes * 0.9 ? advice : fitting;
        }
        return fitting;
    }
}
