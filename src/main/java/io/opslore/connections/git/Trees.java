package io.opslore.connections.git;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** What a commit holds. */
final class Trees {

    private final Repository repository;

    Trees(Repository repository) {
        this.repository = repository;
    }

    List<TreeEntry> tree(CommitId commit, String folder, int depth, int most) throws IOException {
        String path = Paths.clean(folder);
        List<TreeEntry> found = new ArrayList<>();
        boolean there = path.isEmpty();
        int base = path.isEmpty() ? 0 : depthOf(path) + 1;
        try (TreeWalk walk = walk(commit, path)) {
            while (found.size() < most && walk.next()) {
                Stopped.check();
                String at = walk.getPathString();
                boolean above = !path.isEmpty() && (path + "/").startsWith(at + "/");
                there |= at.equals(path);
                if (!above || at.equals(path) && !walk.isSubtree()) {
                    found.add(entry(walk, at));
                }
                if (walk.isSubtree() && (above || depthOf(at) + 1 - base < depth)) {
                    walk.enterSubtree();
                }
            }
        }
        if (!there) {
            throw Failures.noSuchPath();
        }
        return found;
    }

    List<TreeEntry> files(CommitId commit) throws IOException {
        List<TreeEntry> found = new ArrayList<>();
        try (TreeWalk walk = walk(commit, "")) {
            walk.setRecursive(true);
            while (walk.next()) {
                Stopped.check();
                if (kind(walk.getFileMode()) == TreeEntry.Kind.FILE) {
                    found.add(entry(walk, walk.getPathString()));
                }
            }
        }
        return found;
    }

    GitFile file(CommitId commit, String path, long mostBytes) throws IOException {
        String plain = Paths.clean(path);
        if (plain.isEmpty()) {
            throw Failures.noSuchPath();
        }
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk at = TreeWalk.forPath(reader, plain, root(commit))) {
            if (at == null) {
                throw Failures.noSuchPath();
            }
            if (kind(at.getFileMode()) != TreeEntry.Kind.FILE) {
                throw new ConnectionFailed(
                        Reason.UNSUPPORTED,
                        "That is a folder, a link or another repository, and no file.",
                        "List the tree below it.");
            }
            ObjectLoader loader = reader.open(at.getObjectId(0));
            if (loader.getSize() > mostBytes) {
                throw new ConnectionFailed(
                        Reason.TOO_WIDE,
                        "The file has %d bytes; at most %d are read."
                                .formatted(loader.getSize(), mostBytes),
                        "Search in it for what you need.");
            }
            return new GitFile(plain, at.getObjectId(0).name(), loader.getBytes());
        }
    }

    RevTree root(CommitId commit) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return Names.commit(walk, commit).getTree();
        }
    }

    TreeWalk walk(CommitId commit, String path) throws IOException {
        var walk = new TreeWalk(repository);
        walk.addTree(root(commit));
        if (!path.isEmpty()) {
            walk.setFilter(PathFilter.create(path));
        }
        return walk;
    }

    static TreeEntry.Kind kind(FileMode mode) {
        return switch (mode.getBits() & FileMode.TYPE_MASK) {
            case FileMode.TYPE_TREE -> TreeEntry.Kind.FOLDER;
            case FileMode.TYPE_SYMLINK -> TreeEntry.Kind.LINK;
            case FileMode.TYPE_GITLINK -> TreeEntry.Kind.MODULE;
            default -> TreeEntry.Kind.FILE;
        };
    }

    private static TreeEntry entry(TreeWalk walk, String path) throws IOException {
        TreeEntry.Kind kind = kind(walk.getFileMode());
        long bytes =
                kind == TreeEntry.Kind.FILE
                        ? walk.getObjectReader()
                                .getObjectSize(walk.getObjectId(0), ObjectReader.OBJ_ANY)
                        : 0;
        return new TreeEntry(path, kind, walk.getObjectId(0).name(), bytes);
    }

    private static int depthOf(String path) {
        return (int) path.chars().filter(one -> one == '/').count();
    }
}
