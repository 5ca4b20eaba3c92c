package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;

/**
 * A piece of a current revision that answers a query. Confirmed against PostgreSQL: the asker may
 * read it and its revision was current when the search ran.
 *
 * @param headingPath the headings above it joined by {@code " › "}, or empty
 * @param lines where it stands in the revision's text
 * @param page in paged documents the page it starts on, from 1; else 0
 * @param text exactly the revision's lines {@code lines}, joined by {@code \n}
 * @param language {@code en} or {@code ru}: the language it was indexed in
 * @param relevance how well it fits, fused from both arms; comparable within one search only
 * @param coverage share of the query's meaning-bearing terms (weighted by rarity) that the passage
 *     holds, 0 to 1
 * @param similarity cosine of query and best window, -1 to 1; 0 where the embedder had no vote
 */
public record Passage(
        Document document,
        RevisionId revision,
        int revisionNumber,
        String headingPath,
        LineRange lines,
        int page,
        String text,
        String language,
        double relevance,
        double coverage,
        double similarity) {}
