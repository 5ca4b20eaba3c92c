package io.opslore.connections;

import io.opslore.identity.Asker;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.SpaceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The connections that somebody may look into: those of the spaces that they may read. Thread-safe.
 */
@Service
public class Connections {

    private final ConnectionBook book;
    private final Function<Asker, Predicate<SpaceId>> readable;

    @Autowired
    Connections(ConnectionBook book, Grants grants) {
        this(book, asker -> grants.readable(asker)::covers);
    }

    /**
     * @param readable which spaces somebody may read
     */
    Connections(ConnectionBook book, Function<Asker, Predicate<SpaceId>> readable) {
        this.book = book;
        this.readable = readable;
    }

    /** For everyone: those that they may look into, by name. */
    public List<ConnectionInfo> usable(Asker asker) {
        Predicate<SpaceId> mayRead = readable.apply(asker);
        return book.all().stream()
                .map(Connection::info)
                .filter(connection -> mayRead.test(connection.space()))
                .toList();
    }

    /** The same, of one kind. */
    public List<ConnectionInfo> usable(String kind, Asker asker) {
        return usable(asker).stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /**
     * For clients that ask on behalf of somebody who may read its space.
     *
     * @param id as it was asked for; any text
     * @throws NotFound where there is none of that kind and id for them
     */
    public Connection open(String id, String kind, Asker asker) {
        return Optional.of(id)
                .filter(ConnectionId::isOne)
                .flatMap(fitting -> book.find(new ConnectionId(fitting)))
                .filter(found -> found.kind().equals(kind))
                .filter(found -> readable.apply(asker).test(found.space()))
                .orElseThrow(() -> new NotFound("Connection"));
    }

    /** For the portal's own work on nobody's behalf, such as a sync. */
    public Optional<Connection> find(ConnectionId id) {
        return book.find(id);
    }
}
