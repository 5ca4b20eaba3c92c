package io.opslore.retrieval.text;

import java.util.List;

/**
 * The smallest part that a chunk is packed from.
 *
 * @param size estimated tokens
 * @param heading whether it is a heading
 * @param begins whether a block begins here, so that a cut before it does no harm
 * @param path the headings it stands under, its own included
 * @param label of the block it is part of, or empty
 */
record Piece(
        int first,
        int last,
        int size,
        boolean heading,
        boolean begins,
        List<String> path,
        String label) {}
