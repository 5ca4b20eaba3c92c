package io.opslore.connections.kubernetes;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.identity.KeyedHashes;
import io.opslore.outbound.Outbound;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Opens clusters for reading. Thread-safe. */
@Component
public class Clusters {

    /** The kind of connections that are clusters. */
    public static final String KIND = "kubernetes";

    static final String KUBECONFIG = "kubeconfig";
    static final String CONTEXT = "context";
    static final String NAMESPACES = "namespaces";
    static final String IMPERSONATE = "impersonate";

    private static final String ASKER = "asker";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");

    private final Outbound outbound;
    private final Masking masking;
    private final KeyedHashes hashes;
    private final ServiceAccount own;

    @Autowired
    Clusters(Outbound outbound, Masking masking, KeyedHashes hashes) {
        this(outbound, masking, hashes, ServiceAccount.ofThisPod());
    }

    Clusters(Outbound outbound, Masking masking, KeyedHashes hashes, ServiceAccount own) {
        this.outbound = outbound;
        this.masking = masking;
        this.hashes = hashes;
        this.own = own;
    }

    /**
     * For somebody who may use the connection, and as them where it is set so.
     *
     * @throws ConnectionFailed where what is set cannot be used
     */
    public Cluster open(Connection connection, Asker asker) {
        return open(connection, impersonated(connection, asker));
    }

    /** For the portal's own work on nobody's behalf. */
    public Cluster open(Connection connection) {
        return open(connection, "");
    }

    /** Throws unless what is set can be meant; asks nobody. */
    void check(Connection connection) {
        new NamespaceRules(connection.setting(NAMESPACES));
        String impersonate = connection.setting(IMPERSONATE);
        if (!impersonate.isEmpty() && !impersonate.equals(ASKER)) {
            throw Failures.unfit(
                    "Nobody but the asker can be impersonated.", "Enter asker, or nothing.");
        }
        ServerAccess access = access(connection);
        Transport.to(access, outbound).close();
    }

    private Cluster open(Connection connection, String impersonated) {
        ServerAccess access = access(connection);
        HttpClient client = Transport.to(access, outbound);
        MaskScope scope = MaskScope.space(connection.space().value());
        return new Cluster(
                new Wire(client, access, impersonated),
                new NamespaceRules(connection.setting(NAMESPACES)),
                new ObjectMasking(masking, scope, new SecretNames(hashes, scope.value())));
    }

    private ServerAccess access(Connection connection) {
        String written = connection.secret(KUBECONFIG);
        return written.isEmpty()
                ? own.access()
                : Kubeconfig.read(written).access(connection.setting(CONTEXT));
    }

    /** A name that could be read as another one, or as the cluster's own, is none's. */
    private static String impersonated(Connection connection, Asker asker) {
        if (connection.setting(IMPERSONATE).isEmpty()) {
            return "";
        }
        if (!PLAIN_NAME.matcher(asker.username()).matches()) {
            throw new ConnectionFailed(
                    Reason.DENIED,
                    "Your user name has letters that the cluster cannot be told.",
                    "Ask an administrator for a user name of plain letters and digits.");
        }
        return asker.username();
    }
}
