package io.opslore.connections.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * What the cluster that the portal itself runs in gives it.
 *
 * @param server empty where it runs in none
 * @param folder where its token and the cluster's certificate are mounted
 */
record ServiceAccount(String server, Path folder) {

    /** As Kubernetes tells the programs in its pods. */
    static ServiceAccount ofThisPod() {
        String host = System.getenv("KUBERNETES_SERVICE_HOST");
        String port = System.getenv("KUBERNETES_SERVICE_PORT");
        String plain = host == null ? "" : host.contains(":") ? "[" + host + "]" : host;
        return new ServiceAccount(
                host == null || port == null ? "" : "https://" + plain + ":" + port,
                Path.of("/var/run/secrets/kubernetes.io/serviceaccount"));
    }

    /** Read anew each time: the token changes every hour. */
    ServerAccess access() {
        if (server.isEmpty()) {
            throw Failures.unfit(
                    "The portal does not run in a cluster.", "Enter a kubeconfig for it.");
        }
        try {
            return new ServerAccess(
                    URI.create(server),
                    Base64.getEncoder()
                            .encodeToString(Files.readAllBytes(folder.resolve("ca.crt"))),
                    "",
                    "",
                    "Bearer "
                            + Files.readString(folder.resolve("token"), StandardCharsets.UTF_8)
                                    .strip());
        } catch (IOException e) {
            throw Failures.down(e);
        }
    }
}
