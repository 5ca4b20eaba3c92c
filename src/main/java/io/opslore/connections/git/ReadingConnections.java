package io.opslore.connections.git;

import java.io.Closeable;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * The way to one repository's server for one fetch. Makes the two requests of which a fetch
 * consists, by the guarded way out, and no other. Not thread-safe.
 */
final class ReadingConnections implements HttpConnectionFactory, Closeable {

    private final GitRemote remote;
    private final ClientHttpRequestFactory requests;
    private final List<ReadingConnection> opened = new ArrayList<>();

    ReadingConnections(GitRemote remote, ClientHttpRequestFactory requests) {
        this.remote = remote;
        this.requests = requests;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        var connection = new ReadingConnection(URI.create(url.toString()), this::allowed);
        connection.setRequestProperty("Authorization", remote.authorization());
        opened.add(connection);
        return connection;
    }

    @Override
    public HttpConnection create(URL url, @Nullable Proxy proxy) throws IOException {
        return create(url);
    }

    /** What the server answered last; 0 for nothing. */
    int lastStatus() {
        return opened.reversed().stream()
                .mapToInt(ReadingConnection::status)
                .filter(status -> status != 0)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        opened.forEach(ReadingConnection::close);
    }

    private org.springframework.http.client.ClientHttpRequest allowed(URI address, String method)
            throws IOException {
        String base = remote.url().toString().replaceFirst("/+$", "");
        String asked = address.toString();
        boolean lists =
                method.equals("GET") && asked.equals(base + "/info/refs?service=git-upload-pack");
        boolean fetches = method.equals("POST") && asked.equals(base + "/git-upload-pack");
        if (!lists && !fetches) {
            throw new NotReading();
        }
        return requests.createRequest(address, HttpMethod.valueOf(method));
    }

    /** Something other than reading, or elsewhere. */
    static final class NotReading extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
