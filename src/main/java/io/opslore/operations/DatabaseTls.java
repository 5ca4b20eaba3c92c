package io.opslore.operations;

import io.opslore.outbound.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets to PostgreSQL by the operator's certificates. The driver makes it by its name and gives
 * it one text, so that what it stands for has to be found by that.
 */
public final class DatabaseTls extends SSLSocketFactory {

    private static final ConcurrentMap<String, Tls> NAMED = new ConcurrentHashMap<>();

    private final SSLSocketFactory sockets;

    /**
     * For the driver.
     *
     * @param name as {@link #parameters} says it
     */
    public DatabaseTls(String name) {
        Tls tls = NAMED.get(name);
        if (tls == null) {
            throw new IllegalArgumentException("No certificates are known by " + name);
        }
        sockets = tls.context().getSocketFactory();
    }

    /** What makes an address of the driver's use them; the server's name is checked as well. */
    static String parameters(Tls tls) {
        String name = UUID.randomUUID().toString();
        NAMED.put(name, tls);
        return "sslmode=verify-full&sslfactory=%s&sslfactoryarg=%s"
                .formatted(DatabaseTls.class.getName(), name);
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
            throws IOException {
        return sockets.createSocket(socket, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        return sockets.createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        return sockets.createSocket(host, port, from, fromPort);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }
}
