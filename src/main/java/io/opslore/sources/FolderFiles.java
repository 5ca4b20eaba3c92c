package io.opslore.sources;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.folder.Folder;
import io.opslore.connections.folder.FolderFile;
import io.opslore.connections.folder.Folders;
import io.opslore.ingest.FollowedFiles;
import io.opslore.library.Provenance;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Files of folders on the portal's machine, as they are found. Thread-safe. */
@Component
class FolderFiles implements SourceKind {

    private final Folders folders;
    private final FollowedFiles followed;
    private final FileMarks marks;

    FolderFiles(Folders folders, FollowedFiles followed, FileMarks marks) {
        this.folders = folders;
        this.followed = followed;
        this.marks = marks;
    }

    @Override
    public String key() {
        return "folder";
    }

    @Override
    public Set<String> connections() {
        return Set.of(Folders.KIND);
    }

    @Override
    public void check(Source source, Connection connection) {
        folders.open(connection);
    }

    /** An empty folder is likelier one that is not mounted than one that all was taken out of. */
    @Override
    public Snapshot take(Source source, Connection connection) {
        Folder folder = folders.open(connection);
        List<FolderFile> files = folder.files();
        if (files.isEmpty()) {
            throw new ConnectionFailed(
                    Reason.NOT_FOUND,
                    "There is no file in the folder.",
                    "Check that it is mounted. Until there is one its documents stay.");
        }
        int most = Math.toIntExact(followed.mostBytes());
        Map<String, FolderFile> byPath =
                files.stream().collect(Collectors.toMap(FolderFile::path, file -> file));
        List<Snapshot.File> found =
                files.stream()
                        .map(file ->
                                new Snapshot.File(
                                        file.path(), marks.blob(folder, file, most), file.bytes()))
                        .toList();
        return new FolderSnapshot(folder, byPath, found, SnapshotVersion.of(found), most);
    }

    /** One look. What is written to meanwhile comes in as it is when it is read. */
    private record FolderSnapshot(
            Folder folder,
            Map<String, FolderFile> byPath,
            List<File> files,
            String version,
            int most)
            implements Snapshot {

        @Override
        public byte[] bytes(File file) {
            return Bytes.within(most, head(file, most + 1));
        }

        @Override
        public byte[] head(File file, int most) {
            try {
                return folder.read(file.path(), most);
            } catch (IOException e) {
                throw new ConnectionFailed(
                        Reason.UNSUPPORTED,
                        "A file cannot be read.",
                        "Ask whoever runs the portal whether it may.",
                        e);
            }
        }

        @Override
        public Map<String, Provenance> changed(Collection<String> paths) {
            return paths.stream()
                    .collect(Collectors.toMap(path -> path, this::provenance, (one, same) -> one));
        }

        private Provenance provenance(String path) {
            return new Provenance(
                    "", Objects.requireNonNull(byPath.get(path)).modified(), "folder:" + version);
        }
    }
}
