package io.opslore.connections.loki;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import java.util.List;
import org.springframework.stereotype.Component;

/** A Loki, and which tenant of it. */
@Component
class LokiType implements ConnectionType {

    private static final List<ConnectionField> FIELDS =
            List.of(
                    ConnectionField.line("url"),
                    ConnectionField.line("tenant").optional(),
                    ConnectionField.line("user").optional(),
                    ConnectionField.secret("token").optional());

    private final Lokis lokis;

    LokiType(Lokis lokis) {
        this.lokis = lokis;
    }

    @Override
    public String kind() {
        return Lokis.KIND;
    }

    @Override
    public List<ConnectionField> fields() {
        return FIELDS;
    }

    @Override
    public void check(Connection connection) {
        lokis.check(connection);
    }

    @Override
    public String test(Connection connection) {
        return lokis.open(connection).greeting();
    }
}
