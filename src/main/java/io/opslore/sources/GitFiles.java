package io.opslore.sources;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.FileChange;
import io.opslore.connections.git.GitCommit;
import io.opslore.connections.git.GitConnectionType;
import io.opslore.connections.git.GitRemote;
import io.opslore.connections.git.GitRepositories;
import io.opslore.connections.git.GitRepository;
import io.opslore.connections.gitea.GiteaConnectionType;
import io.opslore.connections.gitea.GiteaServers;
import io.opslore.library.Provenance;
import io.opslore.sources.SourceUnfit.Fault;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Files of Git repositories, at the newest commit of a branch or tag. Thread-safe. */
@Component
class GitFiles implements SourceKind {

    /** Owner and name, at a server of many. */
    static final String REPOSITORY = "repository";

    /** A branch, a tag; empty for the repository's own choice. */
    static final String REF = "ref";

    /** So many states of a file between two syncs become revisions: the newest. */
    private static final int STATES = 20;

    /** A first copy of a large repository; the copying itself has limits of its own. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final Pattern REFS =
            Pattern.compile("|[\\p{L}\\p{N}][\\p{L}\\p{N}._/@+#-]{0,199}");

    private final GiteaServers gitea;
    private final GitRepositories repositories;

    GitFiles(GiteaServers gitea, GitRepositories repositories) {
        this.gitea = gitea;
        this.repositories = repositories;
    }

    @Override
    public String key() {
        return "git";
    }

    @Override
    public Set<String> connections() {
        return Set.of(GitConnectionType.KIND, GiteaConnectionType.KIND);
    }

    @Override
    public List<ConnectionField> options(String connection) {
        ConnectionField ref = ConnectionField.line(REF).optional();
        return connection.equals(GiteaConnectionType.KIND)
                ? List.of(ConnectionField.line(REPOSITORY), ref)
                : List.of(ref);
    }

    @Override
    public boolean isPushed() {
        return true;
    }

    @Override
    public void check(Source source, Connection connection) {
        String ref = source.rules().option(REF);
        if (!REFS.matcher(ref).matches() || ref.contains("..")) {
            throw new SourceUnfit(Fault.REF);
        }
        try {
            remote(source, connection);
        } catch (ConnectionFailed unfit) {
            throw new SourceUnfit(Fault.REPOSITORY);
        }
    }

    @Override
    public Snapshot take(Source source, Connection connection) {
        GitRepository repository = repositories.refresh(remote(source, connection), PATIENCE);
        try {
            return new GitSnapshot(repository, commit(repository, source.rules().option(REF)));
        } catch (RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    /**
     * @throws ConnectionFailed where no repository can be called that
     */
    private GitRemote remote(Source source, Connection connection) {
        return connection.kind().equals(GiteaConnectionType.KIND)
                ? gitea.remote(connection, source.rules().option(REPOSITORY))
                : GitRemote.of(connection);
    }

    private static CommitId commit(GitRepository repository, String ref) {
        return ref.isEmpty()
                ? repository
                        .head()
                        .orElseThrow(() ->
                                new ConnectionFailed(
                                        Reason.NOT_FOUND,
                                        "The repository is empty.",
                                        "Push a commit to it."))
                : repository.resolve(ref);
    }

    /** One commit. */
    private record GitSnapshot(GitRepository repository, CommitId id) implements Snapshot {

        @Override
        public String version() {
            return id.value();
        }

        @Override
        public List<File> files() {
            return repository.files(id).stream()
                    .map(entry -> new File(entry.path(), entry.blob(), entry.bytes()))
                    .toList();
        }

        @Override
        public byte[] bytes(File file) {
            return repository.file(id, file.path(), file.size()).bytes();
        }

        @Override
        public Map<String, Provenance> changed(Collection<String> paths) {
            Map<String, Provenance> changed = new HashMap<>();
            repository
                    .lastCommits(id, paths)
                    .forEach((path, commit) -> changed.put(path, provenance(commit)));
            return changed;
        }

        @Override
        public Map<String, String> renamed(String since) {
            Map<String, String> renamed = new HashMap<>();
            try {
                repository.changes(new CommitId(since), id).stream()
                        .filter(change -> change.kind() == FileChange.Kind.RENAMED)
                        .forEach(change -> renamed.put(change.newPath(), change.oldPath()));
            } catch (ConnectionFailed rewritten) {
                // What was is not there any more: only files that kept their bytes are followed.
                renamed.clear();
            }
            return renamed;
        }

        @Override
        public List<Earlier> earlier(File file, String since, long mostBytes) {
            try {
                List<GitCommit> commits =
                        repository.between(new CommitId(since), id, file.path(), STATES);
                return commits.stream()
                        .limit(Math.max(0, commits.size() - 1))
                        .filter(commit -> isThere(commit, file, mostBytes))
                        .map(commit -> earlier(commit, file, mostBytes))
                        .toList();
            } catch (ConnectionFailed rewritten) {
                // What was is not there any more: the file is taken as it is.
                return List.of();
            }
        }

        /** It may have been deleted for a while. */
        private boolean isThere(GitCommit commit, File file, long mostBytes) {
            try {
                return repository.file(commit.id(), file.path(), mostBytes).bytes().length > 0;
            } catch (ConnectionFailed none) {
                return false;
            }
        }

        private Earlier earlier(GitCommit commit, File file, long mostBytes) {
            return new Earlier(
                    () -> repository.file(commit.id(), file.path(), mostBytes).bytes(),
                    provenance(commit));
        }

        private static Provenance provenance(GitCommit commit) {
            return new Provenance(commit.author(), commit.time(), "git:" + commit.id().value());
        }

        @Override
        public void close() {
            repository.close();
        }
    }
}
