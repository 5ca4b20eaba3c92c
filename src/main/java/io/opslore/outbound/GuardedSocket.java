package io.opslore.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the very address that is connected to, so that no name can mean one thing when it is
 * checked and another when it is used. Serves one exchange: it counts what comes in and has an end
 * in time, TLS, headers and all. Goes through no proxy, because that would look names up by itself.
 */
final class GuardedSocket extends Socket {

    private final Reachable reachable;
    private final Exchange exchange;
    private final long end;
    private volatile int silence;
    private long bytes;

    GuardedSocket(Reachable reachable, Exchange exchange) {
        super(Proxy.NO_PROXY);
        this.reachable = reachable;
        this.exchange = exchange;
        end = System.nanoTime() + exchange.whole().toNanos();
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress target) || target.isUnresolved()) {
            throw new OutboundDenied("Not an address of the network: " + endpoint);
        }
        reachable.require(target.getHostString(), target.getPort(), target.getAddress());
        super.connect(endpoint, atMostUntilTheEnd(timeout));
    }

    @Override
    public synchronized void setSoTimeout(int timeout) throws java.net.SocketException {
        silence = timeout;
        super.setSoTimeout(timeout);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    private int atMostUntilTheEnd(int millis) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException(
                    "The whole took too long (%s.whole)".formatted(exchange.settings()));
        }
        return (int) Math.min(left, millis <= 0 ? Integer.MAX_VALUE : millis);
    }

    private void awaitAtMost(int millis) throws IOException {
        super.setSoTimeout(millis);
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            awaitAtMost(atMostUntilTheEnd(silence));
            int read = super.read(buffer, offset, length);
            bytes += Math.max(0, read);
            if (bytes > exchange.maxAnswer().toBytes()) {
                throw new IOException(
                        "The answer has more than %d bytes (%s.max-answer)"
                                .formatted(exchange.maxAnswer().toBytes(), exchange.settings()));
            }
            return read;
        }
    }
}
