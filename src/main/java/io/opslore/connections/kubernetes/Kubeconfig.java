package io.opslore.connections.kubernetes;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.opslore.connections.ConnectionFailed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a kubeconfig that somebody entered. Takes from it only what stands in it itself: it runs no
 * program and opens no file of this machine, whatever it says.
 */
final class Kubeconfig {

    private static final String EMBED =
            "Embed the data: kubectl config view --raw --flatten --minify, and a token or"
                    + " certificate in place of a program.";

    private final Config config;

    private Kubeconfig(Config config) {
        this.config = config;
    }

    static Kubeconfig read(String text) {
        try {
            Config config = new KubernetesSerialization().unmarshal(text, Config.class);
            if (config != null && config.getClusters() != null && config.getContexts() != null) {
                return new Kubeconfig(config);
            }
        } catch (RuntimeException | StackOverflowError notYaml) {
            // The library goes down into what is deep, or contains itself, without end.
            throw unfit("That is no kubeconfig.", "Paste the whole file.");
        }
        throw unfit("That is no kubeconfig.", "Paste the whole file.");
    }

    /**
     * @param wanted the context; empty for the current one
     */
    ServerAccess access(String wanted) {
        String name = wanted.isEmpty() ? text(config.getCurrentContext()) : wanted;
        Context context =
                config.getContexts().stream()
                        .filter(one -> name.equals(one.getName()))
                        .findFirst()
                        .flatMap(one -> Optional.ofNullable(one.getContext()))
                        .orElseThrow(() ->
                                unfit(
                                        "The kubeconfig has no such context.",
                                        "Enter the name of one of its contexts."));
        Cluster cluster = cluster(text(context.getCluster()));
        AuthInfo user = user(text(context.getUser()));
        requireOwnData(cluster);
        requireOwnData(user);
        return new ServerAccess(
                server(cluster),
                text(cluster.getCertificateAuthorityData()),
                text(user.getClientCertificateData()),
                text(user.getClientKeyData()),
                authorization(user));
    }

    private Cluster cluster(String name) {
        return config.getClusters().stream()
                .filter(one -> name.equals(one.getName()))
                .findFirst()
                .flatMap(one -> Optional.ofNullable(one.getCluster()))
                .orElseThrow(
                        () -> unfit("The context's cluster is missing.", "Paste the whole file."));
    }

    private AuthInfo user(String name) {
        return Optional.ofNullable(config.getUsers()).orElse(List.of()).stream()
                .filter(one -> name.equals(one.getName()))
                .findFirst()
                .flatMap(one -> Optional.ofNullable(one.getUser()))
                .orElseThrow(
                        () -> unfit("The context's user is missing.", "Paste the whole file."));
    }

    private static URI server(Cluster cluster) {
        try {
            return URI.create(text(cluster.getServer()).replaceAll("/+$", ""));
        } catch (IllegalArgumentException noAddress) {
            throw unfit("The server's address is none.", "Correct it in the kubeconfig.");
        }
    }

    private static void requireOwnData(Cluster cluster) {
        forbid(cluster.getCertificateAuthority(), "names a file with a certificate");
        forbid(cluster.getProxyUrl(), "leads through a proxy");
        forbid(cluster.getTlsServerName(), "names another server for TLS");
        if (Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify())) {
            throw unfit(
                    "The kubeconfig trusts any server.",
                    "Put certificate-authority-data in place of insecure-skip-tls-verify.");
        }
    }

    private static void requireOwnData(AuthInfo user) {
        forbid(user.getExec(), "runs a program");
        forbid(user.getAuthProvider(), "uses a sign-in provider of kubectl");
        forbid(user.getClientCertificate(), "names a file with a certificate");
        forbid(user.getClientKey(), "names a file with a key");
        forbid(user.getTokenFile(), "names a file with a token");
        forbid(user.getAs(), "speaks as somebody else");
    }

    private static void forbid(@Nullable Object value, String what) {
        if (value != null && !value.toString().isEmpty()) {
            throw unfit("The kubeconfig " + what + ", which the portal does not do.", EMBED);
        }
    }

    private static String authorization(AuthInfo user) {
        if (!text(user.getToken()).isEmpty()) {
            return "Bearer " + text(user.getToken());
        }
        if (text(user.getUsername()).isEmpty()) {
            return "";
        }
        String both = text(user.getUsername()) + ":" + text(user.getPassword());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static ConnectionFailed unfit(String sentence, String suggestion) {
        return Failures.unfit(sentence, suggestion);
    }
}
