package io.opslore.sources;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.FileChange;
import io.opslore.connections.git.GitCommit;
import io.opslore.connections.git.GitRepositories;
import io.opslore.connections.git.GitRepository;
import io.opslore.library.Provenance;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks into Git repositories. Thread-safe. */
@Component
class GitSnapshots implements Snapshots {

    /** A first copy of a large repository; the copying itself has limits of its own. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Remotes remotes;
    private final GitRepositories repositories;

    GitSnapshots(Remotes remotes, GitRepositories repositories) {
        this.remotes = remotes;
        this.repositories = repositories;
    }

    @Override
    public Snapshot take(Source source) {
        GitRepository repository = repositories.refresh(remotes.of(source), PATIENCE);
        try {
            return new GitSnapshot(repository, commit(repository, source.rules().ref()));
        } catch (RuntimeException e) {
            repository.close();
            throw e;
        }
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
        public String commit() {
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

        private static Provenance provenance(GitCommit commit) {
            return new Provenance(commit.author(), commit.time(), "git:" + commit.id().value());
        }

        @Override
        public void close() {
            repository.close();
        }
    }
}
