package io.opslore.connections.kubernetes;

import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpClient.ProxyType;
import io.fabric8.kubernetes.client.http.TlsVersion;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.opslore.connections.ConnectionFailed;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.OutboundDenied;
import io.opslore.outbound.Reach;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes clients that speak to one server, follow no redirect, and only read. */
final class Transport {

    static final Reach REACH = new Reach(false, Duration.ofSeconds(20));

    private static final int CONNECT_SECONDS = 5;

    private Transport() {}

    static HttpClient to(ServerAccess access, Outbound outbound) {
        requireWellWritten(access, outbound);
        HttpClient.Factory factory = new JdkHttpClientFactory();
        HttpClient.Builder builder =
                factory.newBuilder()
                        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .proxyType(ProxyType.DIRECT)
                        .tlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2)
                        .preferHttp11()
                        .addOrReplaceInterceptor(
                                "READING_ONLY", new ReadingOnly(access.server(), outbound));
        if ("https".equals(access.server().getScheme())) {
            builder.sslContext(own(access), trusted(access));
        }
        // Whoever asked can ask again; a model would wait for the library's ten attempts.
        builder.tag(
                new RequestConfigBuilder()
                        .withRequestRetryBackoffLimit(0)
                        .withRequestTimeout((int) REACH.silence().toMillis())
                        .build());
        return builder.build();
    }

    static void requireWellWritten(ServerAccess access, Outbound outbound) {
        try {
            outbound.requireWellWritten(access.server(), REACH);
        } catch (OutboundDenied denied) {
            throw Failures.unfit(
                    "The server's address cannot be used.",
                    "It has to be https://host:port, without a user in it.");
        }
        if (access.server().getRawQuery() != null || access.server().getRawFragment() != null) {
            throw Failures.unfit(
                    "The server's address has more than a path.", "Leave out ? and #.");
        }
    }

    private static KeyManager @Nullable [] own(ServerAccess access) {
        if (access.certificate().isEmpty()) {
            return null;
        }
        try {
            return SSLUtils.keyManagers(
                    access.certificate(), null, access.key(), null, null, "", null, null);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    /** Nobody but the authority that is named, where one is: the library would add the usual. */
    static TrustManager @Nullable [] trusted(ServerAccess access) {
        if (access.authority().isEmpty()) {
            return null;
        }
        try {
            byte[] pem = Base64.getMimeDecoder().decode(access.authority());
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate one :
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(pem))) {
                store.setCertificateEntry("authority-" + store.size(), one);
            }
            if (store.size() == 0) {
                throw unreadable();
            }
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static ConnectionFailed unreadable() {
        return Failures.unfit(
                "A certificate or key of the kubeconfig cannot be read.",
                "Its data has to be PEM in base64, as kubectl writes it.");
    }
}
