package io.opslore.ingest.extract;

import java.util.List;

/** Finds the structure of a text of one kind. */
@FunctionalInterface
interface Outliner {

    /** The lines are never changed and never empty; a text without structure gives paragraphs. */
    Outline outline(List<String> lines);
}
