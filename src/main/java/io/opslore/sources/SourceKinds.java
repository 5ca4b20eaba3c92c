package io.opslore.sources;

import io.opslore.connections.Connection;
import io.opslore.connections.Connections;
import io.opslore.library.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds what a source follows, on behalf of whoever set it up. Thread-safe. */
@Component
class SourceKinds implements Lookout {

    private final Connections connections;
    private final Map<String, SourceKind> kinds;

    SourceKinds(Connections connections, List<SourceKind> kinds) {
        this.connections = connections;
        this.kinds = kinds.stream().collect(Collectors.toMap(SourceKind::key, Function.identity()));
    }

    /** All there are, each for each kind of connections, by both. */
    List<SourceOffer> offers() {
        return kinds.values().stream()
                .flatMap(kind -> kind.connections().stream().map(one -> offer(kind, one)))
                .sorted(
                        Comparator.comparing(SourceOffer::connection)
                                .thenComparing(SourceOffer::kind))
                .toList();
    }

    /** What its kind offers at the connection that it follows; empty where it has none. */
    Optional<SourceOffer> offer(Source source) {
        return connections
                .find(source.connection())
                .map(Connection::kind)
                .flatMap(kind ->
                        offers().stream()
                                .filter(one -> one.kind().equals(source.kind()))
                                .filter(one -> one.connection().equals(kind))
                                .findFirst());
    }

    /** Whether webhooks tell of what is new in sources of that kind. */
    boolean isPushed(String kind) {
        SourceKind found = kinds.get(kind);
        return found != null && found.isPushed();
    }

    /**
     * @throws NotFound where its owner may not look there, or there is no such thing to follow
     */
    void check(Source source) {
        Connection connection = connection(source);
        kind(source).check(source, connection);
    }

    @Override
    public Snapshot take(Source source) {
        Connection connection = connection(source);
        return kind(source).take(source, connection);
    }

    private Connection connection(Source source) {
        String kind = offer(source).orElseThrow(SourceKinds::none).connection();
        return connections.open(source.connection().value(), kind, source.owner());
    }

    private SourceKind kind(Source source) {
        return Optional.ofNullable(kinds.get(source.kind())).orElseThrow(SourceKinds::none);
    }

    private static NotFound none() {
        return new NotFound("Connection");
    }

    private static SourceOffer offer(SourceKind kind, String connection) {
        return new SourceOffer(
                kind.key(), connection, kind.options(connection), kind.hasFiles(), kind.isPushed());
    }
}
