package io.opslore.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Listens at every address of this machine, and counts whoever connects. */
public final class TestingCanary implements AutoCloseable {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final Queue<String> hits = new ConcurrentLinkedQueue<>();

    public TestingCanary() {
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress((InetAddress) null, 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What they asked for first. */
    public Queue<String> hits() {
        return hits;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            caller.setSoTimeout(2_000);
            byte[] buffer = new byte[1_000];
            int read = caller.getInputStream().read(buffer);
            hits.add(new String(buffer, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
            caller.getOutputStream().write(ANSWER);
        } catch (IOException e) {
            hits.add("a connection: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
