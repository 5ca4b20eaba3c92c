package io.opslore.connections;

import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which connections there are. Thread-safe. */
@Service
@NeedsPermission(Permission.CONNECTION_MANAGE)
public class ConnectionCatalogue {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_VALUE = 64_000;

    private final ConnectionRecords records;
    private final Map<String, ConnectionType> types;
    private final List<ConnectionUse> uses;
    private final Grants grants;
    private final ApplicationEventPublisher events;

    ConnectionCatalogue(
            ConnectionRecords records,
            List<ConnectionType> types,
            List<ConnectionUse> uses,
            Grants grants,
            ApplicationEventPublisher events) {
        this.records = records;
        this.types =
                types.stream().collect(Collectors.toMap(ConnectionType::kind, Function.identity()));
        this.uses = List.copyOf(uses);
        this.grants = grants;
        this.events = events;
    }

    /** What can be connected, by kind. */
    public List<ConnectionType> types(Asker asker) {
        return types.values().stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    /** All, whoever may look into them, by name; without their secrets. */
    public List<Connection> all(Asker asker) {
        return records.all();
    }

    /** Its secret fields that hold something. */
    public List<String> secretsOf(ConnectionId id, Asker asker) {
        return records.known(id).stream()
                .flatMap(found -> found.secrets().keySet().stream())
                .sorted()
                .toList();
    }

    /** What would stop without it, by name, so far as the asker may know of it. */
    public List<String> usesOf(ConnectionId id, Asker asker) {
        return uses.stream().flatMap(use -> use.names(id, asker).stream()).sorted().toList();
    }

    /**
     * Adds it, or changes the one of this id, whose kind stays.
     *
     * @throws ConnectionFailed if what was entered cannot be meant
     * @throws NotFound for a space that the asker may not read
     */
    @Transactional
    public void save(ConnectionEdit edit, Asker asker) {
        Optional<Connection> before = records.known(edit.id());
        Connection after = entered(edit, before, asker);
        type(after.kind()).check(after);
        records.put(after);
        events.publishEvent(new ConnectionChanged(before.orElse(null), after, asker));
    }

    /** Forgets it, and its secrets with it; what was read stays where it is. */
    @Transactional
    public void remove(ConnectionId id, Asker asker) {
        records.known(id)
                .ifPresent(found -> {
                    records.remove(id);
                    events.publishEvent(new ConnectionChanged(found, null, asker));
                });
    }

    /**
     * Speaks to the server once, as it was entered; nothing is kept.
     *
     * @return what answered, in a few words
     * @throws ConnectionFailed with what is wrong and what to do
     */
    public String test(ConnectionEdit edit, Asker asker) {
        Connection entered = entered(edit, records.known(edit.id()), asker);
        ConnectionType type = type(entered.kind());
        type.check(entered);
        return type.test(entered);
    }

    private Connection entered(ConnectionEdit edit, Optional<Connection> before, Asker asker) {
        ConnectionType type = type(edit.kind());
        if (before.filter(one -> !one.kind().equals(edit.kind())).isPresent()) {
            throw noneOfThatKind();
        }
        grants.requireRead(edit.space(), asker);
        if (edit.name().isEmpty() || edit.name().length() > LONGEST_NAME) {
            throw unfit("A name has 1 to " + LONGEST_NAME + " characters.", "Enter a name.");
        }
        Map<String, String> settings = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        boolean leadsElsewhere = before.filter(one -> leadsElsewhere(one, edit)).isPresent();
        for (ConnectionField field : type.fields()) {
            String old =
                    edit.cleared().contains(field.key())
                            ? ""
                            : before.map(one -> one.secret(field.key())).orElse("");
            String value = edit.values().getOrDefault(field.key(), "").strip();
            if (leadsElsewhere && value.isEmpty() && !old.isEmpty()) {
                throw unfit(
                        "It leads to another server now.",
                        "Enter again what opens it: what was kept was for the one before.");
            }
            String kept = field.isSecret() && value.isEmpty() ? old : value;
            require(field, kept);
            if (!kept.isEmpty()) {
                (field.isSecret() ? secrets : settings).put(field.key(), kept);
            }
        }
        return new Connection(edit.id(), edit.name(), edit.kind(), edit.space(), settings, secrets);
    }

    private ConnectionType type(String kind) {
        ConnectionType type = types.get(kind);
        if (type == null) {
            throw noneOfThatKind();
        }
        return type;
    }

    private static ConnectionFailed noneOfThatKind() {
        return unfit("It is no connection of that kind.", "Choose another id.");
    }

    /** Or what nobody is shown could be sent to a server of one's own, and read there. */
    private static boolean leadsElsewhere(Connection before, ConnectionEdit edit) {
        return before.settings().entrySet().stream()
                .filter(setting -> setting.getValue().contains("://"))
                .anyMatch(setting ->
                        !server(setting.getValue())
                                .equals(
                                        server(
                                                edit.values()
                                                        .getOrDefault(setting.getKey(), "")
                                                        .strip())));
    }

    /** An address up to the path, or all of what is none. */
    private static String server(String address) {
        int begin = address.indexOf("://");
        int end = begin < 0 ? -1 : address.indexOf('/', begin + 3);
        return end < 0 ? address : address.substring(0, end);
    }

    private static void require(ConnectionField field, String value) {
        if (field.required() && value.isEmpty()) {
            throw unfit("The field " + field.key() + " is empty.", "Fill it in.");
        }
        if (value.length() > LONGEST_VALUE) {
            throw unfit("The field " + field.key() + " is too long.", "Shorten it.");
        }
    }

    private static ConnectionFailed unfit(String sentence, String suggestion) {
        return new ConnectionFailed(Reason.UNFIT, sentence, suggestion);
    }
}
