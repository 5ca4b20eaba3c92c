package io.opslore.library;

import io.opslore.identity.Asker;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents that hold the same bytes as others. Thread-safe. */
@Service
@Transactional(readOnly = true)
public class Twins {

    private final TwinRecords twins;
    private final Grants grants;

    Twins(TwinRecords twins, Grants grants) {
        this.twins = twins;
        this.grants = grants;
    }

    /**
     * For readers of the space: those of its documents whose newest bytes are also the newest bytes
     * of another document that the asker may read, each with the first of those. That first one is
     * not listed itself.
     */
    public Map<DocumentId, Twin> in(SpaceId space, Asker asker) {
        grants.requireRead(space, asker);
        ReadScope scope = grants.readable(asker);
        return twins
                .laterOnes(space.value(), List.of(scope.spaceIds()), scope.withheldIds())
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> new DocumentId(row.getId()),
                                row -> new Twin(new DocumentId(row.getFirst()), row.getPath())));
    }

    /** The first document that held these bytes. */
    public record Twin(DocumentId document, String path) {}
}
