package io.opslore.connections.mcp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** Stands before each request. */
@FunctionalInterface
interface RemoteGate {

    /** Throws unless the address may be spoken to. */
    void require(URI address) throws IOException;

    /** Says that a portal asks. */
    default void mark(HttpRequest.Builder request) {
        request.setHeader(RemoteMcps.HOP, "1");
    }
}
