package io.opslore.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Stands between a client and a server's Unix socket, and writes down what is asked. */
final class CountingProxy implements AutoCloseable {

    private static final Pattern REQUEST = Pattern.compile("([A-Z]+ \\S+) HTTP/1\\.[01]\r\n");

    private final Path server;
    private final ServerSocketChannel listening;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    CountingProxy(Path socket, Path server) throws IOException {
        this.server = server;
        listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::accept);
    }

    /** Methods and paths, in the order in which they came. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (ClosedChannelException closed) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                SocketChannel upstream = SocketChannel.open(UnixDomainSocketAddress.of(server))) {
            Thread back = Thread.ofVirtual().start(() -> pump(upstream, client, false));
            pump(client, upstream, true);
            back.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(SocketChannel from, SocketChannel to, boolean counted) {
        ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
        try {
            while (from.read(buffer.clear()) >= 0) {
                buffer.flip();
                if (counted) {
                    String text =
                            new String(
                                    buffer.array(), 0, buffer.limit(), StandardCharsets.ISO_8859_1);
                    REQUEST.matcher(text).results().forEach(one -> requests.add(one.group(1)));
                }
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
            to.shutdownOutput();
        } catch (IOException over) {
            close(from);
            close(to);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
