package io.opslore.assistant;

import io.opslore.library.RevisionText;
import io.opslore.retrieval.Passage;

/** A passage that goes into the prompt, with the stored text that its citation will quote. */
record Given(Passage passage, RevisionText text) {}
