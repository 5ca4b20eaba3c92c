package io.opslore.sources;

import io.opslore.connections.ConnectionId;
import io.opslore.connections.ConnectionUse;
import io.opslore.identity.Asker;
import io.opslore.library.Grants;
import io.opslore.library.ReadScope;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sources stop without their connection. */
@Component
class SourceUse implements ConnectionUse {

    private final SourceRows rows;
    private final Grants grants;

    SourceUse(SourceRows rows, Grants grants) {
        this.rows = rows;
        this.grants = grants;
    }

    @Override
    public List<String> names(ConnectionId id, Asker asker) {
        ReadScope scope = grants.readable(asker);
        return rows.all().stream()
                .filter(source -> source.connection().equals(id) && scope.covers(source.space()))
                .map(Source::name)
                .toList();
    }
}
