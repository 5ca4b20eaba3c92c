package io.opslore.connections;

import io.opslore.connections.GivenConnections.Given;
import io.opslore.library.SpaceId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Connections that are told by settings, for a process without a database: whoever is let in may
 * look into all of them. To be imported by its context, together with the clients that it needs.
 */
@EnableConfigurationProperties({ConnectionsSettings.class, GivenConnections.class})
public class ConnectionsAlone {

    private static final SpaceId NONE = new SpaceId(new UUID(0, 0));

    /**
     * @throws UnfitSetting for what cannot be meant
     */
    @Bean
    Connections connections(GivenConnections given, List<ConnectionType> types) {
        List<Connection> all =
                given.connections().entrySet().stream()
                        .map(entry -> connection(entry.getKey(), entry.getValue(), types))
                        .sorted(Comparator.comparing(Connection::name))
                        .toList();
        return new Connections(new Book(all), asker -> space -> true);
    }

    private static Connection connection(String id, Given given, List<ConnectionType> types) {
        String setting = "opslore.mcp.connections." + id;
        if (!ConnectionId.isOne(id)) {
            throw new UnfitSetting(
                    setting,
                    "has an id that cannot be.",
                    "Use lower-case letters, digits and hyphens.");
        }
        ConnectionType type =
                types.stream()
                        .filter(one -> one.kind().equals(given.kind()))
                        .findFirst()
                        .orElseThrow(() ->
                                new UnfitSetting(
                                        setting + ".kind",
                                        "is nothing that this role looks into.",
                                        "Set it to one of " + kinds(types) + "."));
        Connection connection = connection(id, given, type, setting);
        try {
            type.check(connection);
        } catch (ConnectionFailed unfit) {
            throw new UnfitSetting(
                    setting, "cannot be meant. " + unfit.getMessage(), unfit.suggestion());
        }
        return connection;
    }

    private static Connection connection(
            String id, Given given, ConnectionType type, String setting) {
        Map<String, String> values = new HashMap<>();
        given.fields().forEach((key, value) -> values.put(plain(key), value.strip()));
        Map<String, String> settings = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (ConnectionField field : type.fields()) {
            String value = Optional.ofNullable(values.remove(plain(field.key()))).orElse("");
            if (value.isEmpty() && field.required()) {
                throw new UnfitSetting(setting + ".fields." + field.key(), "is empty.", "Set it.");
            }
            if (!value.isEmpty()) {
                (field.isSecret() ? secrets : settings).put(field.key(), value);
            }
        }
        if (!values.isEmpty()) {
            throw new UnfitSetting(
                    setting + ".fields",
                    "has " + values.keySet() + ", which this kind does not know.",
                    "It knows " + type.fields().stream().map(ConnectionField::key).toList() + ".");
        }
        String name = given.name().isBlank() ? id : given.name();
        return new Connection(new ConnectionId(id), name, type.kind(), NONE, settings, secrets);
    }

    private static List<String> kinds(List<ConnectionType> types) {
        return types.stream().map(ConnectionType::kind).sorted().toList();
    }

    /** Environment variables know no case and no hyphens. */
    private static String plain(String key) {
        return key.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private record Book(List<Connection> all, Map<ConnectionId, Connection> byId)
            implements ConnectionBook {

        Book(List<Connection> all) {
            this(all, all.stream().collect(Collectors.toMap(Connection::id, Function.identity())));
        }

        @Override
        public Optional<Connection> find(ConnectionId id) {
            return Optional.ofNullable(byId.get(id));
        }
    }
}
