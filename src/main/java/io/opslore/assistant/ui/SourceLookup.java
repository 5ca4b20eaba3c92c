package io.opslore.assistant.ui;

import io.opslore.assistant.Citation;
import io.opslore.assistant.CitedSource;
import java.util.List;
import java.util.Map;

/** Tells components, which know no service, what has become of cited sources. */
@FunctionalInterface
interface SourceLookup {

    /** As the reader may know it at this moment. */
    Map<Citation, CitedSource> of(List<Citation> citations);
}
