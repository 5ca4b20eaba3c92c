package io.opslore.connections.git;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** What commits are called. */
final class Names {

    private static final int LONGEST = 255;
    private static final String PULLS = "refs/pull/";

    /** Names as servers allow them, with steps back behind them; no dash first, no dots twice. */
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?!-)(?!.*\\.\\.)[\\p{L}\\p{M}\\p{N}._/@+#=!,%&()'-]+(~\\d{0,4}|\\^\\d?){0,8}");

    private final Repository repository;

    Names(Repository repository) {
        this.repository = repository;
    }

    List<GitRef> all() throws IOException {
        String head = Optional.ofNullable(repository.getFullBranch()).orElse("");
        try (var walk = new RevWalk(repository)) {
            return repository.getRefDatabase().getRefs().stream()
                    .filter(ref -> !ref.getName().equals(Constants.HEAD))
                    .flatMap(ref -> named(ref, head, walk).stream())
                    .sorted(
                            Comparator.comparing((GitRef ref) -> !ref.isDefault())
                                    .thenComparing(GitRef::kind)
                                    .thenComparing(GitRef::name))
                    .toList();
        }
    }

    Optional<CommitId> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD)).map(Names::id);
    }

    CommitId resolve(String ref) throws IOException {
        if (ref.length() > LONGEST || !SHAPE.matcher(ref).matches()) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no name of a branch, tag or commit.",
                    "Give a branch, a tag, or the id of a commit.");
        }
        try (var walk = new RevWalk(repository)) {
            ObjectId found = find(ref);
            if (found == null) {
                throw Failures.noSuchRef();
            }
            return id(walk.parseCommit(found));
        } catch (RevisionSyntaxException
                | AmbiguousObjectException
                | IncorrectObjectTypeException e) {
            throw Failures.noSuchRef();
        }
    }

    static CommitId id(ObjectId id) {
        return new CommitId(id.name());
    }

    static RevCommit commit(RevWalk walk, CommitId id) throws IOException {
        try {
            return walk.parseCommit(ObjectId.fromString(id.value()));
        } catch (IncorrectObjectTypeException e) {
            throw Failures.noSuchRef();
        }
    }

    private @Nullable ObjectId find(String ref) throws IOException {
        // A branch is meant where a tag has the same name: that is what people see first.
        Ref branch = repository.exactRef(Constants.R_HEADS + ref);
        return branch == null
                ? Optional.ofNullable(repository.resolve(ref))
                        .orElse(repository.resolve("refs/" + ref))
                : branch.getObjectId();
    }

    private static Optional<GitRef> named(Ref ref, String head, RevWalk walk) {
        String name = ref.getName();
        try {
            CommitId commit = id(walk.parseCommit(ref.getObjectId()));
            if (name.startsWith(Constants.R_HEADS)) {
                String branch = name.substring(Constants.R_HEADS.length());
                return Optional.of(
                        new GitRef(branch, GitRef.Kind.BRANCH, commit, name.equals(head)));
            }
            if (name.startsWith(Constants.R_TAGS)) {
                String tag = name.substring(Constants.R_TAGS.length());
                return Optional.of(new GitRef(tag, GitRef.Kind.TAG, commit, false));
            }
            return name.startsWith(PULLS)
                    ? Optional.of(new GitRef(name.substring(5), GitRef.Kind.PULL, commit, false))
                    : Optional.empty();
        } catch (IOException noCommit) {
            // Tags can name anything; only commits are looked into.
            return Optional.empty();
        }
    }
}
