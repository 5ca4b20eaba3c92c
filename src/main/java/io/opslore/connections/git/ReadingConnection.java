package io.opslore.connections.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** One request and its answer, as JGit wants to see them. Not thread-safe. */
final class ReadingConnection implements HttpConnection {

    private final URI address;
    private final Requests requests;
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String method = "GET";
    private @Nullable ClientHttpResponse response;

    ReadingConnection(URI address, Requests requests) {
        this.address = address;
        this.requests = requests;
    }

    /** What was answered; 0 for nothing yet. */
    int status() {
        try {
            return response == null ? 0 : response.getStatusCode().value();
        } catch (IOException e) {
            return 0;
        }
    }

    void close() {
        if (response != null) {
            response.close();
        }
    }

    @Override
    public void connect() throws IOException {
        if (response != null) {
            return;
        }
        ClientHttpRequest request = requests.make(address, method);
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.getHeaders().set(name, value);
            }
        });
        if (body.size() > 0) {
            body.writeTo(request.getBody());
        }
        response = request.execute();
    }

    private ClientHttpResponse response() throws IOException {
        connect();
        return Objects.requireNonNull(response);
    }

    @Override
    public int getResponseCode() throws IOException {
        return response().getStatusCode().value();
    }

    @Override
    public String getResponseMessage() {
        // What the server says is told to nobody.
        return "";
    }

    @Override
    public URL getURL() {
        try {
            return address.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (response != null) {
            response.getHeaders().forEach(fields::put);
        }
        return fields;
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return response == null ? null : response.getHeaders().getFirst(name);
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return response == null ? List.of() : response.getHeaders().getOrEmpty(name);
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public int getContentLength() {
        return response == null ? -1 : (int) response.getHeaders().getContentLength();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return response().getBody();
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public void setRequestProperty(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void setRequestMethod(String method) {
        this.method = method;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    // Time, TLS, redirects and transfer are the way out's to decide.

    @Override
    public void setUseCaches(boolean use) {}

    @Override
    public void setConnectTimeout(int millis) {}

    @Override
    public void setReadTimeout(int millis) {}

    @Override
    public void setInstanceFollowRedirects(boolean follow) {}

    @Override
    public void setDoOutput(boolean output) {}

    @Override
    public void setFixedLengthStreamingMode(int length) {}

    @Override
    public void setChunkedStreamingMode(int length) {}

    @Override
    public void configure(
            KeyManager @Nullable [] keys,
            TrustManager @Nullable [] trust,
            java.security.@Nullable SecureRandom random) {}

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {}

    /** Makes requests. */
    @FunctionalInterface
    interface Requests {

        ClientHttpRequest make(URI address, String method) throws IOException;
    }
}
