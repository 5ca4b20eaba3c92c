package io.opslore.outbound;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Speaks to what the operator's own configuration or command names, wherever that is, and to
 * nothing else: requests to another scheme, host or port fail, and no redirect is followed.
 * Thread-safe.
 */
public final class TrustedTarget extends HttpClient {

    private final String target;
    private final HttpClient client;

    private TrustedTarget(URI base, HttpClient client) {
        this.target = origin(base);
        this.client = client;
    }

    /** One that is known by a certificate that Java trusts. */
    public static TrustedTarget at(URI base, Duration connect) {
        return at(base, connect, Optional.empty());
    }

    /**
     * A proxy that is set for the outside world does not know this machine's own services.
     *
     * @param tls what it is known by; empty for what Java trusts
     */
    public static TrustedTarget at(URI base, Duration connect, Optional<SSLContext> tls) {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        // Without this a first request tries an upgrade that few servers know.
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(connect)
                        .executor(Executors.newVirtualThreadPerTaskExecutor());
        tls.ifPresent(client::sslContext);
        return new TrustedTarget(
                base, (isOwnMachine(base) ? client.proxy(Builder.NO_PROXY) : client).build());
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return client.send(checked(request), handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.sendAsync(checked(request), handler);
        } catch (OutboundDenied e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Nothing is pushed by HTTP/1.1. */
    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushed) {
        return sendAsync(request, handler);
    }

    private HttpRequest checked(HttpRequest request) throws OutboundDenied {
        if (!origin(request.uri()).equals(target)) {
            throw new OutboundDenied(request.uri() + " is not at " + target);
        }
        return request;
    }

    private static String origin(URI address) {
        int port = address.getPort();
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        return (tls ? "https://" : "http://")
                + HostPort.of(String.valueOf(address.getHost()), port >= 0 ? port : tls ? 443 : 80);
    }

    private static boolean isOwnMachine(URI base) {
        String host = base.getHost();
        return host == null
                || host.equalsIgnoreCase("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }

    @Override
    public void shutdown() {
        client.shutdown();
    }

    @Override
    public boolean awaitTermination(Duration duration) throws InterruptedException {
        return client.awaitTermination(duration);
    }

    @Override
    public boolean isTerminated() {
        return client.isTerminated();
    }

    @Override
    public void shutdownNow() {
        client.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
    }
}
