package io.opslore.outbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Somebody else's server, known as {@code public.example}, that means no good. */
public final class TestingPublicServer implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> redirects;

    public TestingPublicServer(List<String> redirects) {
        this.redirects = redirects;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/redirect/", this::redirect);
        server.createContext("/plain", exchange -> sends(exchange, "plain".getBytes(), 1));
        server.createContext("/endless", exchange -> sends(exchange, new byte[8_192], -1));
        server.createContext("/drips", this::drips);
        server.createContext("/silent", exchange -> await(1, TimeUnit.MINUTES));
        server.createContext("/bomb", this::bomb);
        server.start();
    }

    /** As the settings would except it. */
    public String hostAndPort() {
        return "public.example:" + server.getAddress().getPort();
    }

    public String at(String path) {
        return "http://" + hostAndPort() + path;
    }

    private void redirect(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String location = redirects.get(Integer.parseInt(path[3]));
        exchange.getResponseHeaders().add("Location", location);
        exchange.sendResponseHeaders(Integer.parseInt(path[2]), -1);
        exchange.close();
    }

    private void sends(HttpExchange exchange, byte[] piece, int times) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i != times && closed.getCount() > 0; i++) {
                body.write(piece);
            }
        }
    }

    /** A byte at a time, and never a pause long enough to be silence. */
    private void drips(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            while (!await(50, TimeUnit.MILLISECONDS)) {
                body.write('.');
                body.flush();
            }
        }
    }

    private void bomb(HttpExchange exchange) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 10; i++) {
                gzip.write(new byte[1_000_000]);
            }
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        sends(exchange, packed.toByteArray(), 1);
    }

    private boolean await(long time, TimeUnit unit) {
        try {
            return closed.await(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
