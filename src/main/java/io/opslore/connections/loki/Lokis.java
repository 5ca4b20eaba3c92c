package io.opslore.connections.loki;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionsSettings;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.OutboundDenied;
import io.opslore.outbound.Reach;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Opens Lokis to be asked. Thread-safe. */
@Service
public class Lokis {

    /** Of connections to Lokis. */
    public static final String KIND = "loki";

    private static final Reach REACH = new Reach(true, Duration.ofSeconds(20));

    private final Outbound outbound;
    private final ConnectionsSettings settings;
    private final Masking masking;
    private final Clock clock;

    Lokis(Outbound outbound, ConnectionsSettings settings, Masking masking, Clock clock) {
        this.outbound = outbound;
        this.settings = settings;
        this.masking = masking;
        this.clock = clock;
    }

    /** Asks nothing yet. */
    public Loki open(Connection connection) {
        check(connection);
        return new Loki(
                new LokiHttp(outbound.requests(REACH), url(connection), connection),
                settings,
                new LokiTexts(masking, MaskScope.space(connection.space().value())),
                clock);
    }

    void check(Connection connection) {
        try {
            URI url = url(connection);
            outbound.requireWellWritten(url, REACH);
            if (url.getRawQuery() != null || url.getRawFragment() != null) {
                throw unfit(new IllegalArgumentException("More than a place"));
            }
        } catch (OutboundDenied denied) {
            throw unfit(denied);
        }
        if (!connection.setting("tenant").matches("[A-Za-z0-9!_.*'()|-]{0,150}")) {
            throw new ConnectionFailed(
                    Reason.UNFIT, "That is no tenant of Loki's.", "Enter its id, or leave it out.");
        }
    }

    private static URI url(Connection connection) {
        try {
            return URI.create(connection.setting("url").replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw unfit(e);
        }
    }

    private static ConnectionFailed unfit(Exception cause) {
        return new ConnectionFailed(
                Reason.UNFIT,
                "That is no address of a Loki.",
                "Enter its address without /loki/api, such as https://loki.example.org.",
                cause);
    }
}
