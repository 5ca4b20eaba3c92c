package io.opslore.sources;

import io.opslore.connections.ConnectionFailed;
import io.opslore.ingest.FileKind;
import io.opslore.ingest.FollowedFiles;
import io.opslore.ingest.Rubbish;
import io.opslore.sources.Snapshot.File;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Says which files are not taken, and why. */
final class FileJudge {

    private static final byte[] POINTER =
            "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private final FollowedFiles followed;
    private final Source source;
    private final Snapshot snapshot;

    FileJudge(FollowedFiles followed, Source source, Snapshot snapshot) {
        this.followed = followed;
        this.source = source;
        this.snapshot = snapshot;
    }

    /** Where its document goes, as it may be kept and shown. */
    String place(File file) {
        return followed.withoutSecrets(source.place(file.path()), source.space());
    }

    /** Empty for what is taken. */
    Optional<PassedOver> refusal(File file) {
        if (Rubbish.in(file.path()).isPresent()) {
            return Optional.of(PassedOver.RUBBISH);
        }
        if (file.size() > followed.mostBytes()) {
            return Optional.of(PassedOver.TOO_LARGE);
        }
        return isSafe(place(file)) ? byBytes(file) : Optional.of(PassedOver.UNSAFE_PATH);
    }

    /** A name that is no text cannot be asked for; all other trouble is not this file's. */
    private static PassedOver unreadable(ConnectionFailed failed) {
        return switch (failed.reason()) {
            case UNFIT, NOT_FOUND -> PassedOver.UNSAFE_PATH;
            case UNSUPPORTED -> PassedOver.UNREADABLE;
            case TOO_WIDE -> PassedOver.TOO_LARGE;
            case DOWN, DENIED, TIMEOUT -> throw failed;
        };
    }

    /** A document's path is tidied, and two files must not become one by that. */
    private boolean isSafe(String place) {
        try {
            return Arrays.stream(place.split("[/\\\\]", -1)).noneMatch(FileJudge::isTidied)
                    && !source.key(place).path().isEmpty();
        } catch (IllegalArgumentException unsafe) {
            return false;
        }
    }

    private static boolean isTidied(String part) {
        return part.isBlank() || part.equals(".") || !part.equals(part.strip());
    }

    private Optional<PassedOver> byBytes(File file) {
        byte[] bytes;
        try {
            bytes = snapshot.head(file, FollowedFiles.head());
        } catch (ConnectionFailed failed) {
            return Optional.of(unreadable(failed));
        }
        if (bytes.length >= POINTER.length
                && Arrays.equals(bytes, 0, POINTER.length, POINTER, 0, POINTER.length)) {
            return Optional.of(PassedOver.POINTER);
        }
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, FollowedFiles.head()));
        Optional<FileKind> kind = followed.kind(head, file.name());
        if (kind.isEmpty()) {
            return Optional.of(PassedOver.UNKNOWN_KIND);
        }
        return source.rules().kinds().contains(kind.get())
                ? Optional.empty()
                : Optional.of(PassedOver.OTHER_KIND);
    }
}
