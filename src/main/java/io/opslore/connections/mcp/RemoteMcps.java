package io.opslore.connections.mcp;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.identity.Asker;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.OutboundDenied;
import io.opslore.outbound.Reach;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Opens connected MCP servers. Thread-safe. */
@Service
public class RemoteMcps {

    /** Of connections to MCP servers. */
    public static final String KIND = "mcp";

    /**
     * A header by which a portal says that it asks for others: two that are connected to each other
     * would otherwise ask each other for ever.
     */
    public static final String HOP = "OpsLore-Hop";

    static final String URL = "url";
    static final String TOKEN = "token";
    static final String ALLOWED = "allowed";
    static final String TELL = "tell";

    private static final String ASKER = "asker";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Reach REACH = new Reach(false, LIMIT);

    private final Outbound outbound;

    RemoteMcps(Outbound outbound) {
        this.outbound = outbound;
    }

    /** In nobody's name. Asks nothing yet. */
    public RemoteMcp open(Connection connection) {
        return open(connection, "");
    }

    /** Tells the server for whom it is asked, where the connection says so. Asks nothing yet. */
    public RemoteMcp open(Connection connection, Asker asker) {
        return open(connection, connection.setting(TELL).isEmpty() ? "" : asker.username());
    }

    private RemoteMcp open(Connection connection, String onBehalf) {
        check(connection);
        return RemoteMcp.guarded(
                new RemoteServer(url(connection), connection.secret(TOKEN), onBehalf, LIMIT),
                outbound);
    }

    /** Which of a server's tools may be called: those that whoever connected it lets. */
    public AllowedTools allowed(Connection connection) {
        return AllowedTools.of(connection.setting(ALLOWED));
    }

    /** Throws unless what is set can be meant; asks nobody. */
    void check(Connection connection) {
        AllowedTools.of(connection.setting(ALLOWED));
        String told = connection.setting(TELL);
        if (!told.isEmpty() && !told.equals(ASKER)) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "Nothing but the asker's name can be told.",
                    "Enter asker, or nothing.");
        }
        URI url = url(connection);
        try {
            outbound.requireWellWritten(url, REACH);
        } catch (OutboundDenied denied) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "The server's address cannot be used.",
                    "It has to be https://host/path; without TLS only where"
                            + " opslore.outbound.allowed-hosts names host and port.",
                    denied);
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw unfit(new IllegalArgumentException("More than a place"));
        }
    }

    private static URI url(Connection connection) {
        try {
            return URI.create(connection.setting(URL));
        } catch (IllegalArgumentException e) {
            throw unfit(e);
        }
    }

    private static ConnectionFailed unfit(Exception cause) {
        return new ConnectionFailed(
                Reason.UNFIT,
                "That is no address of an MCP server.",
                "Enter its endpoint for Streamable HTTP without ? and #, such as"
                        + " https://tools.example.org/mcp.",
                cause);
    }
}
