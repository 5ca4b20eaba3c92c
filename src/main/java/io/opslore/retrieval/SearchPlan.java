package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.query.Term;
import java.util.List;

/**
 * How a search text is carried out.
 *
 * @param listed where nothing is sought but documents are narrowed down: these, in this order
 * @param unknown prefixes whose value says nothing; then nothing is carried out
 */
record SearchPlan(Sought sought, List<RevisionId> listed, List<Term.Narrowing> unknown) {}
