package io.opslore.retrieval.onnx;

import java.nio.file.Path;

/** Embeds one text and tells how long its vector is. */
final class TestingEmbedding {

    private TestingEmbedding() {}

    public static void main(String[] arguments) {
        try (var embedder = new OnnxEmbedder(Path.of(arguments[0]), 1)) {
            System.out.println(embedder.query("one text").length + " numbers");
        }
    }
}
