package io.opslore.tools;

import io.opslore.library.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a caller gets: bounded and without secrets.
 *
 * @param tool its name
 * @param truncated whether there is more, behind {@code nextCursor} where that is not empty
 * @param masked what was taken out of it
 * @param quoted documents of the knowledge base that it tells from beside its source
 */
public record ToolAnswer(
        String tool,
        String source,
        String version,
        Instant fetchedAt,
        List<Map<String, Object>> items,
        boolean truncated,
        String nextCursor,
        String hint,
        MaskedParts masked,
        Set<DocumentId> quoted) {

    public ToolAnswer {
        items = List.copyOf(items);
        quoted = Set.copyOf(quoted);
    }

    /**
     * @param kinds of secrets
     */
    public record MaskedParts(int count, Set<String> kinds) {

        public MaskedParts {
            kinds = Set.copyOf(kinds);
        }
    }
}
