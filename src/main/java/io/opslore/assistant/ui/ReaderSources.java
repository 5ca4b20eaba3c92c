package io.opslore.assistant.ui;

import io.opslore.assistant.Citation;
import io.opslore.assistant.CitedSource;
import io.opslore.assistant.CitedSources;
import io.opslore.assistant.Lookup;
import io.opslore.assistant.SourceDifference;
import io.opslore.identity.Asker;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cited sources as one reader may know them. */
record ReaderSources(CitedSources sources, Asker reader) implements SourceLookup {

    @Override
    public Map<Citation, CitedSource> of(List<Citation> citations) {
        return sources.of(citations, reader);
    }

    @Override
    public Optional<SourceDifference> difference(Citation citation) {
        return sources.difference(citation, reader);
    }

    @Override
    public Optional<String> seen(Lookup lookup) {
        return sources.seen(lookup, reader);
    }
}
