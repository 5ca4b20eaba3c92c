package io.opslore.connections.git;

import io.opslore.connections.git.GitRepository.DiffQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.Side;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** What is otherwise in one commit than in another. */
final class Differences {

    private static final int RENAMES = 1_000;

    private final Repository repository;

    Differences(Repository repository) {
        this.repository = repository;
    }

    List<FileChange> changes(CommitId from, CommitId to, String path) throws IOException {
        return changes(new DiffQuery(Optional.of(from), to, path, 0, 0, 0, 0));
    }

    List<FileChange> changes(CommitId commit) throws IOException {
        return changes(new DiffQuery(Optional.empty(), commit, "", 0, 0, 0, 0));
    }

    private List<FileChange> changes(DiffQuery query) throws IOException {
        try (DiffFormatter formatter = new DiffFormatter(OutputStream.nullOutputStream())) {
            return entries(formatter, query).stream().map(Differences::told).toList();
        }
    }

    List<DiffEntry> entries(DiffFormatter formatter, DiffQuery query) throws IOException {
        formatter.setRepository(repository);
        formatter.setDetectRenames(true);
        formatter.getRenameDetector().setRenameLimit(RENAMES);
        String path = Paths.clean(query.path());
        if (!path.isEmpty()) {
            formatter.setPathFilter(PathFilter.create(path));
        }
        try (ObjectReader reader = repository.newObjectReader()) {
            return formatter.scan(before(query, reader), tree(query.to(), reader)).stream()
                    .filter(Differences::isFile)
                    .toList();
        }
    }

    private AbstractTreeIterator before(DiffQuery query, ObjectReader reader) throws IOException {
        if (query.from().isPresent()) {
            return tree(query.from().get(), reader);
        }
        try (var walk = new RevWalk(repository)) {
            var commit = Names.commit(walk, query.to());
            return commit.getParentCount() == 0
                    ? new EmptyTreeIterator()
                    : tree(Names.id(commit.getParent(0)), reader);
        }
    }

    private AbstractTreeIterator tree(CommitId commit, ObjectReader reader) throws IOException {
        return new CanonicalTreeParser(null, reader, new Trees(repository).root(commit));
    }

    static FileChange told(DiffEntry entry) {
        FileChange.Kind kind =
                switch (entry.getChangeType()) {
                    case ADD, COPY -> FileChange.Kind.ADDED;
                    case MODIFY -> FileChange.Kind.MODIFIED;
                    case DELETE -> FileChange.Kind.DELETED;
                    case RENAME -> FileChange.Kind.RENAMED;
                };
        boolean gone = kind == FileChange.Kind.DELETED;
        return new FileChange(
                kind,
                kind == FileChange.Kind.ADDED ? "" : entry.getOldPath(),
                gone ? "" : entry.getNewPath(),
                entry.getId(gone ? Side.OLD : Side.NEW).name());
    }

    private static boolean isFile(DiffEntry entry) {
        FileMode mode =
                entry.getChangeType() == DiffEntry.ChangeType.DELETE
                        ? entry.getOldMode()
                        : entry.getNewMode();
        return Trees.kind(mode) == TreeEntry.Kind.FILE;
    }
}
