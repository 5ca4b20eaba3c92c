package io.opslore.connections.git;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/**
 * A repository, to be read and closed. Everything is asked of a commit, so what is read does not
 * change under the reader. Paths are from the root, with slashes; an empty one is the root. Not
 * thread-safe.
 */
public final class GitRepository implements AutoCloseable {

    private final Repository repository;

    GitRepository(Repository repository) {
        this.repository = repository;
    }

    /** Branches, tags and pull requests' heads: the default branch first, then by name. */
    public List<GitRef> refs() {
        return read(() -> new Names(repository).all());
    }

    /**
     * The commit that a branch, a tag, the beginning of an id, or one of these with {@code ~2} or
     * {@code ^} behind it means.
     *
     * @throws io.opslore.connections.ConnectionFailed for what is none, or begins with a dash
     */
    public CommitId resolve(String ref) {
        return read(() -> new Names(repository).resolve(ref));
    }

    /** The newest commit of the default branch; nothing of an empty repository. */
    public Optional<CommitId> head() {
        return read(() -> new Names(repository).head());
    }

    public GitCommit commit(CommitId commit) {
        return read(() -> new History(repository).commit(commit));
    }

    /** Newest first. */
    public List<GitCommit> log(LogQuery query) {
        return read(() -> new History(repository).log(query));
    }

    /**
     * Commits that changed a file and that an earlier commit did not know, oldest first.
     *
     * @param most the newest of them
     * @throws io.opslore.connections.ConnectionFailed NOT_FOUND where the earlier one is not there
     *     any more
     */
    public List<GitCommit> between(CommitId since, CommitId to, String path, int most) {
        return read(() -> new History(repository).between(since, to, path, most));
    }

    /**
     * The last commit that touched each of these files, as of a commit.
     *
     * @return by path; none for what is not there
     */
    public Map<String, GitCommit> lastCommits(CommitId commit, Collection<String> paths) {
        return read(() -> new LastTouches(repository).of(commit, paths));
    }

    /**
     * What is below a folder, by path.
     *
     * @param depth 1 for what is in it, 2 for what is in those, and so on
     * @param most no more than these
     */
    public List<TreeEntry> tree(CommitId commit, String folder, int depth, int most) {
        return read(() -> new Trees(repository).tree(commit, folder, depth, most));
    }

    /** All files, links and modules left out, by path. */
    public List<TreeEntry> files(CommitId commit) {
        return read(() -> new Trees(repository).files(commit));
    }

    /**
     * @param mostBytes larger ones are refused
     * @throws io.opslore.connections.ConnectionFailed where it is no file, or too large
     */
    public GitFile file(CommitId commit, String path, long mostBytes) {
        return read(() -> new Trees(repository).file(commit, path, mostBytes));
    }

    /**
     * Files that are otherwise in the second commit than in the first, by path.
     *
     * @throws io.opslore.connections.ConnectionFailed NOT_FOUND where either is not there any more,
     *     as after a push that has rewritten what was
     */
    public List<FileChange> changes(CommitId from, CommitId to) {
        return read(() -> new Differences(repository).changes(from, to, ""));
    }

    /** What a commit has changed against its first parent. */
    public List<FileChange> changes(CommitId commit) {
        return read(() -> new Differences(repository).changes(commit));
    }

    /** The same changes with their lines. */
    public List<FileDiff> diff(DiffQuery query, Sight sight) {
        return read(() -> new LineDifferences(repository).diff(query, sight));
    }

    /** The newest commit that both descend from. */
    public Optional<CommitId> mergeBase(CommitId one, CommitId other) {
        return read(() -> new History(repository).mergeBase(one, other));
    }

    /**
     * Lines of a text file, with the commits that wrote them.
     *
     * @param first from 1
     * @param last may lie behind the end
     */
    public List<BlamedLine> blame(CommitId commit, String path, int first, int last, Sight sight) {
        return read(() -> new Blaming(repository).lines(commit, path, first, last, sight));
    }

    /** Lines of text files that fit. */
    public CodeHits search(CommitId commit, CodeQuery query, Sight sight) {
        return read(() -> new CodeSearch(repository, sight).hits(commit, query));
    }

    @Override
    public void close() {
        repository.close();
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (org.eclipse.jgit.errors.MissingObjectException gone) {
            throw Failures.noSuchRef();
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    private interface Reading<T> {

        T read() throws IOException;
    }

    /**
     * @param from empty for the first parent of {@code to}
     * @param path only what is at or below it; empty for all
     * @param context how many lines around
     * @param skipFiles leaves these out
     * @param mostFiles no more than these
     * @param mostCharacters of each file
     */
    public record DiffQuery(
            Optional<CommitId> from,
            CommitId to,
            String path,
            int context,
            int skipFiles,
            int mostFiles,
            int mostCharacters) {}

    /**
     * @param pattern in the syntax of RE2
     * @param glob such as {@code **}{@code /*.yaml}; empty for all
     * @param most no more hits than these
     */
    public record CodeQuery(
            String pattern, boolean ignoreCase, String glob, int most, Duration atMost) {}
}
