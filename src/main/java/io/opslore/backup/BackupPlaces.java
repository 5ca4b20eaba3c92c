package io.opslore.backup;

import io.opslore.backup.place.FolderPlace;
import io.opslore.backup.place.Place;
import io.opslore.backup.s3.BucketPlace;
import io.opslore.library.s3.S3Settings;
import io.opslore.outbound.Certificates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Finds the place that a text names: a path of this machine, or {@code s3://bucket/key}. */
@Component
public class BackupPlaces {

    private static final String S3 = "s3://";

    private final BackupSettings settings;
    private final S3Settings library;
    private final Certificates certificates;

    BackupPlaces(BackupSettings settings, S3Settings library, Certificates certificates) {
        this.settings = settings;
        this.library = library;
        this.certificates = certificates;
    }

    /** A file and the place that it is in; to be closed. */
    public record Located(Place place, String name) implements AutoCloseable {

        /** For people. */
        public String describe() {
            return place.describe(name);
        }

        @Override
        public void close() {
            place.close();
        }
    }

    /** Whether the text names a folder or prefix, and not one file. */
    static boolean isPlace(String text) {
        return text.endsWith("/") || !text.startsWith(S3) && Files.isDirectory(Path.of(text));
    }

    /** What a folder's or prefix' name stands for. */
    public Place place(String text) throws IOException {
        if (!text.startsWith(S3)) {
            return new FolderPlace(Path.of(text));
        }
        return bucket(text.endsWith("/") ? text : text + "/");
    }

    /** What a file's name stands for. */
    public Located file(String text) throws IOException {
        int slash = text.lastIndexOf('/');
        if (text.startsWith(S3)) {
            if (slash < S3.length() || slash == text.length() - 1) {
                throw new IOException("It takes s3://bucket/key: " + text);
            }
            return new Located(bucket(text.substring(0, slash + 1)), text.substring(slash + 1));
        }
        Path file = Path.of(text).toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("Not a file: " + text);
        }
        return new Located(new FolderPlace(folder), file.getFileName().toString());
    }

    private Place bucket(String text) throws IOException {
        URI uri = URI.create(text);
        String bucket = uri.getAuthority();
        if (bucket == null) {
            throw new IOException("No bucket is named: " + text);
        }
        S3Settings reached = reached(bucket, uri.getPath().substring(1));
        return BucketPlace.open(
                reached, certificates.of(reached.sslBundle(), "opslore.backup.s3.ssl-bundle"));
    }

    private S3Settings reached(String bucket, String prefix) {
        BackupSettings.Bucket own = settings.s3();
        boolean asLibrary = own.isEmpty();
        return new S3Settings(
                asLibrary ? library.endpoint() : own.endpoint(),
                asLibrary ? library.region() : own.region(),
                bucket,
                prefix,
                asLibrary ? library.pathStyle() : own.pathStyle(),
                asLibrary ? library.accessKey() : own.accessKey(),
                asLibrary ? library.secretKey() : own.secretKey(),
                library.encryption(),
                library.kmsKey(),
                asLibrary ? library.allowHttp() : own.allowHttp(),
                library.incoming(),
                library.connect(),
                library.idle(),
                library.whole(),
                library.attempts(),
                asLibrary ? library.sslBundle() : own.sslBundle());
    }
}
