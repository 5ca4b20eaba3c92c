package io.opslore.outbound;

import io.opslore.testing.TestingCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.annotation.Import;

/** For rooms that are tested alone: no bundle is there unless a test brings one. */
@Import({Certificates.class, DefaultSslBundleRegistry.class})
public final class TestingCertificates {

    private TestingCertificates() {}

    /** None at all. */
    public static Certificates none() {
        return new Certificates(new DefaultSslBundleRegistry());
    }

    /** One bundle of that name, by which servers with this certificate are known. */
    public static Certificates named(String bundle, TestingCertificate server) {
        return new Certificates(new DefaultSslBundleRegistry(bundle, bundle(null, server)));
    }

    /** Knows the servers that have this certificate, and shows none. */
    public static Tls trusting(TestingCertificate server) {
        return new Tls(bundle(null, server));
    }

    /** Knows the one, and shows the other. */
    public static Tls trusting(TestingCertificate server, TestingCertificate own) {
        return new Tls(bundle(own, server));
    }

    /** As when Boot has read changed files. */
    public static void follow(Tls tls, TestingCertificate server) {
        tls.follow(bundle(null, server));
    }

    /** The same, where the portal's own is shown as well. */
    public static void follow(Tls tls, TestingCertificate server, TestingCertificate own) {
        tls.follow(bundle(own, server));
    }

    private static SslBundle bundle(@Nullable TestingCertificate own, TestingCertificate trusted) {
        PemSslStoreDetails key =
                own == null
                        ? null
                        : PemSslStoreDetails.forCertificate(own.certificate().toString())
                                .withPrivateKey(own.key().toString());
        return SslBundle.of(
                new PemSslStoreBundle(
                        key, PemSslStoreDetails.forCertificate(trusted.certificate().toString())));
    }
}
