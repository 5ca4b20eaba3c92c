package io.opslore.backup.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Backup files in a folder of this machine, which is made when it is first needed. */
public final class FolderPlace implements Place {

    private static final String PART = ".part";

    private final Path folder;

    public FolderPlace(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String describe(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public List<Stored> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Stored> stored = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(FolderPlace::isBackup).toList()) {
                Instant at = Files.getLastModifiedTime(file).toInstant();
                stored.add(new Stored(file.getFileName().toString(), Files.size(file), at));
            }
        }
        return stored;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(file(name));
    }

    @Override
    public Outgoing write(String name) throws IOException {
        Path target = file(name);
        Files.createDirectories(folder);
        dropAbandoned();
        Path part = folder.resolve("." + name + "." + UUID.randomUUID() + PART);
        Files.createFile(part, ownerOnly());
        return new OutgoingFile(part, target);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    @Override
    public void close() {
        // A folder needs none.
    }

    private Path file(String name) {
        Path file = folder.resolve(name).normalize();
        if (!folder.equals(file.getParent())) {
            throw new IllegalArgumentException("Not the name of a backup: " + name);
        }
        return file;
    }

    private static boolean isBackup(Path file) {
        return file.getFileName().toString().endsWith(ENDING) && Files.isRegularFile(file);
    }

    private void dropAbandoned() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path part : files.filter(FolderPlace::isPart).toList()) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.contains(ENDING + ".") && name.endsWith(PART);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static final class OutgoingFile extends Outgoing {

        private final Path part;
        private final Path target;
        private final FileChannel channel;
        private final OutputStream bytes;

        OutgoingFile(Path part, Path target) throws IOException {
            this.part = part;
            this.target = target;
            channel = FileChannel.open(part, StandardOpenOption.WRITE);
            bytes = Channels.newOutputStream(channel);
        }

        @Override
        public void write(int one) throws IOException {
            bytes.write(one);
        }

        @Override
        public void write(byte[] many, int from, int length) throws IOException {
            bytes.write(many, from, length);
        }

        @Override
        public void commit() throws IOException {
            channel.force(true);
            channel.close();
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        }

        /** Without it a power cut may take the new name away again. */
        private void forceFolder() {
            try (FileChannel folder =
                    FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            } catch (IOException e) {
                // Not every system opens folders; then it does so by itself.
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(part);
        }
    }
}
