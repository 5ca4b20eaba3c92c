package io.opslore.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine that the tests' portal may speak to, for servers that tests start. */
public final class TestingPorts {

    /** Of a Git server. */
    public static final int GIT = free();

    /** Of a server as Gitea is. */
    public static final int GITEA = free();

    /** Of an MCP server. */
    public static final int MCP = free();

    /** Of something that stands before the tests' own portal. */
    public static final int PORTAL = free();

    /** Of what stands before a cluster. */
    public static final int CLUSTER = free();

    /** Of an S3 server. */
    public static final int S3 = free();

    private TestingPorts() {}

    static String hostsAndPorts() {
        return "localhost:%d,localhost:%d,localhost:%d,localhost:%d,127.0.0.1:%d,127.0.0.1:%d"
                .formatted(GIT, GITEA, MCP, PORTAL, S3, CLUSTER);
    }

    /** One that nobody uses now. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
