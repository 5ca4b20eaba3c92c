package io.opslore.retrieval;

import io.opslore.retrieval.text.ChunkSize;

/**
 * What a generation is made with. Two generations of one recipe hold the same.
 *
 * @param model the embedding model's name
 * @param chunker version of the code that cuts
 * @param windowsPerChunk the most windows embedded of one chunk
 */
public record Recipe(String model, int chunker, ChunkSize size, int windowsPerChunk) {}
