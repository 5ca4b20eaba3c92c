package io.opslore.sources;

/** A source and where it stands. */
public record SourceStatus(Source source, SourceState state) {}
