package io.opslore.connections.git;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.Exchange;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.OutboundDenied;
import io.opslore.outbound.Reach;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Asks a server what a repository holds, and brings it. Thread-safe. */
final class Fetching {

    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final String HEADS = Constants.R_HEADS;

    static {
        OwnConfiguration.install();
    }

    private final Outbound outbound;
    private final Exchange exchange;

    Fetching(Outbound outbound, GitSettings settings) {
        this.outbound = outbound;
        exchange = new Exchange(settings.whole(), settings.maxAnswer(), "opslore.connections.git");
    }

    /** Throws if the address cannot be meant, for those who manage connections. */
    void check(GitRemote remote) {
        try {
            outbound.requireWellWritten(remote.url(), reach(remote));
        } catch (OutboundDenied denied) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    denied.reason() + ".",
                    "Enter an https address, or name its host and port in"
                            + " opslore.outbound.allowed-hosts; SSH is not spoken.");
        }
    }

    /** What the server names, without bringing it. */
    Collection<Ref> names(GitRemote remote) {
        check(remote);
        return ask(
                remote,
                null,
                transport -> {
                    try (FetchConnection connection = transport.openFetch()) {
                        return connection.getRefs();
                    }
                });
    }

    /** Makes the folder hold what the server does, as far as it is meant to. */
    void fetch(GitRemote remote, Path folder) {
        try (Repository mirror = mirror(folder)) {
            FetchResult result =
                    ask(
                            remote,
                            mirror,
                            transport -> {
                                transport.setRemoveDeletedRefs(true);
                                transport.setTagOpt(TagOpt.NO_TAGS);
                                transport.setCheckFetchedObjects(true);
                                return transport.fetch(
                                        NullProgressMonitor.INSTANCE, wanted(remote));
                            });
            pointHead(mirror, result);
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    private static List<RefSpec> wanted(GitRemote remote) {
        List<String> branches = remote.branches().isEmpty() ? List.of("*") : remote.branches();
        List<RefSpec> wanted = new ArrayList<>();
        branches.forEach(branch -> wanted.add(same(HEADS + branch)));
        wanted.add(same(Constants.R_TAGS + "*"));
        if (remote.pulls()) {
            wanted.add(same("refs/pull/*/head"));
        }
        return wanted;
    }

    private static RefSpec same(String name) {
        return new RefSpec("+" + name + ":" + name);
    }

    private static Repository mirror(Path folder) throws IOException {
        var mirror = new FileRepository(folder.toFile());
        if (!Files.exists(folder.resolve("HEAD"))) {
            Files.createDirectories(folder);
            mirror.create(true);
            StoredConfig config = mirror.getConfig();
            config.setString("http", null, "followRedirects", "false");
            config.setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, "autoDetach", false);
            config.save();
        }
        return mirror;
    }

    private static void pointHead(Repository mirror, FetchResult result) throws IOException {
        Ref head = result.getAdvertisedRef(Constants.HEAD);
        if (head == null) {
            return;
        }
        String branch = head.isSymbolic() ? head.getTarget().getName() : named(head, result);
        if (mirror.exactRef(branch) != null) {
            RefUpdate update = mirror.updateRef(Constants.HEAD);
            update.disableRefLog();
            update.link(branch);
        }
    }

    /** Servers of old do not say which branch is meant. */
    private static String named(Ref head, FetchResult result) {
        return result.getAdvertisedRefs().stream()
                .filter(ref -> ref.getName().startsWith(HEADS))
                .filter(ref -> Objects.equals(head.getObjectId(), ref.getObjectId()))
                .map(Ref::getName)
                .findFirst()
                .orElse(HEADS + "main");
    }

    private <T> T ask(GitRemote remote, @Nullable Repository mirror, Question<T> question) {
        requireHttp(remote);
        try (var connections =
                        new ReadingConnections(remote, outbound.requests(reach(remote), exchange));
                Transport transport = transport(remote, mirror)) {
            var http = (TransportHttp) transport;
            http.setHttpConnectionFactory(connections);
            try {
                return question.answer(http);
            } catch (IOException e) {
                throw Failures.of(e, connections.lastStatus());
            }
        } catch (NotSupportedException | URISyntaxException e) {
            throw Failures.of(new IOException(e));
        }
    }

    /** JGit knows other ways, which lead past the guarded one. */
    private void requireHttp(GitRemote remote) {
        try {
            outbound.requireWellWritten(remote.url(), reach(remote));
        } catch (OutboundDenied denied) {
            throw Failures.of(denied, 0);
        }
    }

    private static Transport transport(GitRemote remote, @Nullable Repository mirror)
            throws NotSupportedException, URISyntaxException {
        var address = new URIish(remote.url().toString());
        try {
            return mirror == null ? Transport.open(address) : Transport.open(mirror, address);
        } catch (org.eclipse.jgit.errors.TransportException e) {
            throw Failures.of(e);
        }
    }

    /** A token must not travel in the clear, unless the operator says so of the host. */
    private static Reach reach(GitRemote remote) {
        return new Reach(remote.token().isEmpty(), SILENCE);
    }

    private interface Question<T> {

        T answer(TransportHttp transport) throws IOException;
    }
}
