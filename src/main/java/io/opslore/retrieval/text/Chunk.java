package io.opslore.retrieval.text;

import io.opslore.library.LineRange;

/**
 * Whole lines of one revision that are read and cited together.
 *
 * @param ordinal counts from 0 within its revision
 * @param headingPath the headings that hold for all of it joined by {@code " › "}, or empty
 * @param labels the headings, functions and manifests that begin inside it, joined by spaces
 * @param page the page it starts on, from 1; 0 where there are no pages
 * @param tokens by the embedding model's own tokenizer
 * @param text exactly the revision's lines, joined by {@code \n}
 */
public record Chunk(
        int ordinal,
        String headingPath,
        String labels,
        LineRange lines,
        int page,
        int tokens,
        Language language,
        String text) {}
