package io.opslore.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/**
 * Speaks to addresses that people enter, and to those that the answers name: never to this machine
 * or to what is denied, never on to where a redirect points, never longer or more than set. What
 * the operator's own configuration names is a {@link TrustedTarget}. Thread-safe.
 */
@Component
public class Outbound {

    private static final int AT_ONCE = 50;

    private final OutboundSettings settings;
    private final Reachable reachable;
    private final NameLookup names;
    private final TlsSocketStrategy usualTls;

    @Autowired
    Outbound(OutboundSettings settings, Certificates certificates) {
        this(
                settings,
                InetAddress::getAllByName,
                certificates
                        .of(settings.sslBundle(), "opslore.outbound.ssl-bundle")
                        .<TlsSocketStrategy>map(tls -> new DefaultClientTlsStrategy(tls.context()))
                        .orElseGet(DefaultClientTlsStrategy::createDefault));
    }

    Outbound(OutboundSettings settings, NameLookup names) {
        this(settings, names, DefaultClientTlsStrategy.createDefault());
    }

    private Outbound(OutboundSettings settings, NameLookup names, TlsSocketStrategy usualTls) {
        this.settings = settings;
        this.names = names;
        this.usualTls = usualTls;
        reachable = new Reachable(settings);
    }

    /** Makes requests that fail with {@link OutboundDenied} where they may not go. */
    public ClientHttpRequestFactory requests(Reach reach) {
        return requests(reach, usual(), usualTls);
    }

    /** The same, for what takes longer or is larger than it usually may be. */
    public ClientHttpRequestFactory requests(Reach reach, Exchange exchange) {
        return requests(reach, exchange, usualTls);
    }

    /** The same to servers with certificates of their own, or that ask for the portal's. */
    public ClientHttpRequestFactory requests(Reach reach, SSLContext certificates) {
        return requests(reach, usual(), new DefaultClientTlsStrategy(certificates));
    }

    private Exchange usual() {
        return new Exchange(settings.whole(), settings.maxAnswer(), "opslore.outbound");
    }

    private ClientHttpRequestFactory requests(
            Reach reach, Exchange exchange, TlsSocketStrategy tls) {
        return new GuardedRequests(
                new HttpComponentsClientHttpRequestFactory(client(reach, exchange, tls)),
                reachable,
                reach);
    }

    /** Throws if an address is written as none that could be spoken to; looks no name up. */
    public void requireWellWritten(URI address, Reach reach) throws OutboundDenied {
        WrittenAddress.require(address, reach, reachable);
    }

    /**
     * Throws unless every address of the host may be spoken to; for clients whose transport is
     * their own, right before they connect. What the name means afterwards it cannot know: {@link
     * #requests} can.
     *
     * @param address of any scheme; names a port unless that is http or https
     * @throws UnknownHostException where the name has no address
     */
    public void requireReachable(URI address) throws OutboundDenied, UnknownHostException {
        int port = WrittenAddress.port(address);
        InetAddress[] found = names.addresses(address.getHost());
        for (InetAddress one : found) {
            reachable.require(address.getHost(), port, one);
        }
    }

    private HttpClient client(Reach reach, Exchange exchange, TlsSocketStrategy tls) {
        return HttpClients.custom()
                .setConnectionManager(connections(reach, exchange, tls))
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setResponseTimeout(millis(reach), TimeUnit.MILLISECONDS)
                                .setConnectionRequestTimeout(millis(reach), TimeUnit.MILLISECONDS)
                                .setProtocolUpgradeEnabled(false)
                                .build())
                .setUserAgent("OpsLore")
                // A connection serves one exchange: its limits are those of the exchange.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                // What is not unpacked cannot be a bomb.
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private PoolingHttpClientConnectionManager connections(
            Reach reach, Exchange exchange, TlsSocketStrategy tls) {
        return new GuardedConnections(exchange)
                .setDnsResolver(new NamedAddresses(names))
                .setTlsSocketStrategy(tls)
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(
                                        settings.connect().toMillis(), TimeUnit.MILLISECONDS)
                                .setSocketTimeout((int) millis(reach), TimeUnit.MILLISECONDS)
                                .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom()
                                .setSoTimeout((int) millis(reach), TimeUnit.MILLISECONDS)
                                .build())
                .setMaxConnTotal(AT_ONCE)
                .setMaxConnPerRoute(AT_ONCE)
                .build();
    }

    private static long millis(Reach reach) {
        return reach.silence().toMillis();
    }

    /** Connects by nothing but guarded sockets. */
    private final class GuardedConnections extends PoolingHttpClientConnectionManagerBuilder {

        private final Exchange exchange;

        GuardedConnections(Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                org.apache.hc.client5.http.@Nullable SchemePortResolver ports,
                org.apache.hc.client5.http.@Nullable DnsResolver addresses,
                TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    proxy -> new GuardedSocket(reachable, exchange),
                    ports,
                    addresses,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register(URIScheme.HTTPS.id, tls)
                            .build());
        }
    }
}
