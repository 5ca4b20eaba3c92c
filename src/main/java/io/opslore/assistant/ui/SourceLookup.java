package io.opslore.assistant.ui;

import io.opslore.assistant.Citation;
import io.opslore.assistant.CitedSource;
import io.opslore.assistant.Lookup;
import io.opslore.assistant.SourceDifference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells components, which know no service, what has become of cited sources. */
interface SourceLookup {

    /** As the reader may know it at this moment. */
    Map<Citation, CitedSource> of(List<Citation> citations);

    /** The source as it was cited and as it is; empty unless it changed. */
    Optional<SourceDifference> difference(Citation citation);

    /** What was found by looking it up; empty where the reader may not see it, or it is gone. */
    Optional<String> seen(Lookup lookup);
}
