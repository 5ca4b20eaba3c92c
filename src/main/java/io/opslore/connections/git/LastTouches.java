package io.opslore.connections.git;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Who touched many files last, by one walk through history. */
final class LastTouches {

    private final Repository repository;

    LastTouches(Repository repository) {
        this.repository = repository;
    }

    Map<String, GitCommit> of(CommitId from, Collection<String> paths) throws IOException {
        Set<String> missing = new HashSet<>();
        paths.forEach(path -> missing.add(Paths.clean(path)));
        missing.remove("");
        Map<String, GitCommit> found = new HashMap<>();
        if (missing.isEmpty()) {
            return found;
        }
        try (var walk = new RevWalk(repository)) {
            walk.markStart(Names.commit(walk, from));
            keepThere(walk, from, missing);
            for (RevCommit at = walk.next(); at != null && !missing.isEmpty(); at = walk.next()) {
                Stopped.check();
                GitCommit told = History.told(at);
                for (String path : touched(walk, at, missing)) {
                    missing.remove(path);
                    found.put(path, told);
                }
            }
        }
        return found;
    }

    /** What is not in the commit would be looked for to the beginning of time. */
    private void keepThere(RevWalk walk, CommitId from, Set<String> paths) throws IOException {
        Set<String> there = new HashSet<>();
        try (TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(Names.commit(walk, from).getTree());
            tree.setRecursive(true);
            while (tree.next()) {
                if (paths.contains(tree.getPathString())) {
                    there.add(tree.getPathString());
                }
            }
        }
        paths.retainAll(there);
    }

    /** Those that are otherwise than in every parent. */
    private Set<String> touched(RevWalk walk, RevCommit commit, Set<String> paths)
            throws IOException {
        Set<String> touched = new HashSet<>();
        try (TreeWalk tree = new TreeWalk(repository)) {
            tree.setRecursive(true);
            tree.addTree(commit.getTree());
            for (RevCommit parent : commit.getParents()) {
                walk.parseHeaders(parent);
                tree.addTree(parent.getTree());
            }
            TreeFilter these = PathFilterGroup.createFromStrings(paths);
            tree.setFilter(
                    commit.getParentCount() == 0
                            ? these
                            : AndTreeFilter.create(these, TreeFilter.ANY_DIFF));
            while (tree.next()) {
                if (paths.contains(tree.getPathString()) && differsFromAll(tree)) {
                    touched.add(tree.getPathString());
                }
            }
        }
        return touched;
    }

    private static boolean differsFromAll(TreeWalk tree) {
        for (int parent = 1; parent < tree.getTreeCount(); parent++) {
            if (tree.idEqual(0, parent)) {
                return false;
            }
        }
        return true;
    }
}
