package io.opslore.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate for this machine that nobody trusts but who is told to: signed by itself.
 *
 * @param certificate as PEM
 * @param key its private key, as PEM
 */
public record TestingCertificate(Path certificate, Path key) {

    /** Makes one for this machine in the folder. */
    public static TestingCertificate in(Path folder) {
        return in(folder, "localhost", "127.0.0.1");
    }

    /** Makes one for these names in the folder, over what was there; addresses are such, too. */
    public static TestingCertificate in(Path folder, String... names) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            return new TestingCertificate(
                    pem(folder.resolve("cert.pem"), signed(keys, names)),
                    pem(folder.resolve("key.pem"), keys.getPrivate()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it stands in the file. */
    public X509Certificate x509() {
        try (var pem = Files.newInputStream(certificate)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets this JVM trust it, and nothing else, until the result is closed; as {@code
     * -Djavax.net.ssl.trustStore} does for a portal.
     */
    public Trust trusted() {
        Path store = certificate.resolveSibling("trust.p12");
        try (var pem = Files.newInputStream(certificate);
                var out = Files.newOutputStream(store)) {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(
                    "test", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            trust.store(out, "changeit".toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Trust(store);
    }

    /** As long as it is open, the JVM trusts what is in a store. */
    public static final class Trust implements AutoCloseable {

        private static final String STORE = "javax.net.ssl.trustStore";
        private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

        private Trust(Path store) {
            System.setProperty(STORE, store.toString());
            System.setProperty(PASSWORD, "changeit");
        }

        @Override
        public void close() {
            System.clearProperty(STORE);
            System.clearProperty(PASSWORD);
        }
    }

    private static X509CertificateHolder signed(KeyPair keys, String... names)
            throws IOException, OperatorCreationException {
        var name = new X500Principal("CN=OpsLore test");
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(now.minus(1, ChronoUnit.HOURS)),
                        Date.from(now.plus(1, ChronoUnit.DAYS)),
                        name,
                        keys.getPublic())
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                                Stream.of(names)
                                        .map(TestingCertificate::name)
                                        .toArray(GeneralName[]::new)))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
    }

    private static GeneralName name(String name) {
        boolean address = name.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static Path pem(Path file, Object secret) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(secret);
        }
        return Files.writeString(file, text.toString());
    }
}
