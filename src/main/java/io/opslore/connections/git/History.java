package io.opslore.connections.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.FollowFilter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.CommitTimeRevFilter;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Commits, and what came before them. */
final class History {

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Repository repository;

    History(Repository repository) {
        this.repository = repository;
    }

    GitCommit commit(CommitId id) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return told(Names.commit(walk, id));
        }
    }

    List<GitCommit> log(LogQuery query) throws IOException {
        try (var walk = new RevWalk(repository)) {
            RevCommit from = Names.commit(walk, query.from());
            walk.markStart(from);
            walk.setRevFilter(times(query));
            if (!query.path().isEmpty()) {
                walk.setTreeFilter(touching(from, Paths.clean(query.path())));
            }
            List<GitCommit> found = new ArrayList<>();
            int skipped = 0;
            while (found.size() < query.most()) {
                Stopped.check();
                RevCommit next = walk.next();
                if (next == null) {
                    break;
                }
                if (skipped++ >= query.skip()) {
                    walk.parseBody(next);
                    found.add(told(next));
                }
            }
            return found;
        }
    }

    List<GitCommit> between(CommitId since, CommitId to, String path, int most) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.markStart(Names.commit(walk, to));
            walk.markUninteresting(Names.commit(walk, since));
            walk.setTreeFilter(
                    AndTreeFilter.create(
                            PathFilter.create(Paths.clean(path)), TreeFilter.ANY_DIFF));
            List<GitCommit> found = new ArrayList<>();
            RevCommit next = walk.next();
            while (next != null && found.size() < most) {
                Stopped.check();
                walk.parseBody(next);
                found.add(told(next));
                next = walk.next();
            }
            return found.reversed();
        }
    }

    Optional<CommitId> mergeBase(CommitId one, CommitId other) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(Names.commit(walk, one));
            walk.markStart(Names.commit(walk, other));
            return Optional.ofNullable(walk.next()).map(Names::id);
        }
    }

    static GitCommit told(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        return new GitCommit(
                Names.id(commit),
                author.getName(),
                author.getEmailAddress(),
                author.getWhenAsInstant(),
                commit.getFullMessage(),
                Stream.of(commit.getParents()).map(Names::id).toList());
    }

    private static RevFilter times(LogQuery query) {
        Instant since = query.since();
        Instant until = query.until();
        return since == null && until == null
                ? RevFilter.ALL
                : CommitTimeRevFilter.between(
                        since == null ? Instant.EPOCH : since, until == null ? LATEST : until);
    }

    /** A file is followed to where it was before; a folder is not. */
    private TreeFilter touching(RevCommit from, String path) throws IOException {
        try (TreeWalk at = TreeWalk.forPath(repository, path, from.getTree())) {
            return at == null || at.isSubtree()
                    ? AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF)
                    : FollowFilter.create(path, repository.getConfig().get(DiffConfig.KEY));
        }
    }
}
