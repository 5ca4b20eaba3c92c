package io.opslore.outbound.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Ends with 0 if the portal or the MCP server on this machine is ready, and with 1 if not. Uses
 * nothing but the JDK's sockets, so that it costs a fraction of a second each time.
 */
public final class Probe {

    private static final int PATIENCE = 8_000;
    private static final String REQUEST =
            "GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n";

    private Probe() {}

    /** Without arguments; what it needs to know stands in the environment, as for the portal. */
    public static void main(String[] arguments) {
        System.exit(isReady(System.getenv()) ? 0 : 1);
    }

    static boolean isReady(Map<String, String> environment) {
        int port = Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8080"));
        boolean encrypted =
                environment.containsKey("SERVER_SSL_BUNDLE")
                        || environment.containsKey("SERVER_SSL_CERTIFICATE");
        try (Socket socket = connected(port, encrypted)) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200 ".length());
            return new String(status, StandardCharsets.US_ASCII).matches("HTTP/1\\.[01] 200 ");
        } catch (IOException | GeneralSecurityException notReady) {
            return false;
        }
    }

    private static Socket connected(int port, boolean encrypted)
            throws IOException, GeneralSecurityException {
        var plain = new Socket();
        plain.setSoTimeout(PATIENCE);
        plain.connect(new InetSocketAddress("localhost", port), PATIENCE);
        return encrypted
                ? whoever().getSocketFactory().createSocket(plain, "localhost", port, true)
                : plain;
    }

    /** The certificate names the machine by which people reach it, and this is the same machine. */
    private static SSLContext whoever() throws GeneralSecurityException {
        TrustManager anybody =
                new X509TrustManager() {
                    @Override
                    public void checkClientTrusted(X509Certificate[] chain, String type) {}

                    @Override
                    public void checkServerTrusted(X509Certificate[] chain, String type) {}

                    @Override
                    public X509Certificate[] getAcceptedIssuers() {
                        return new X509Certificate[0];
                    }
                };
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {anybody}, null);
        return context;
    }
}
