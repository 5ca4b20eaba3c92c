package io.opslore.ingest.extract;

import io.opslore.library.Masks;
import io.opslore.library.RevisionText;

/**
 * What extraction made of a file.
 *
 * @param text without its secrets; so is all that was worked out from it
 * @param masks what was taken out
 */
public record Extracted(RevisionText text, Masks masks) {}
