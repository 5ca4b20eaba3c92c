package io.opslore.connections.git;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file as it stands in a commit.
 *
 * @param blob the id of its content
 */
public record GitFile(String path, String blob, byte[] bytes) {

    private static final int LOOKED_AT = 8_000;
    private static final byte[] LFS =
            "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    /** Whether it is no text, as Git sees it. */
    public boolean isBinary() {
        for (int at = 0; at < Math.min(bytes.length, LOOKED_AT); at++) {
            if (bytes[at] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether its content is kept by Git LFS, outside of the repository. */
    public boolean isPointer() {
        return bytes.length >= LFS.length
                && Arrays.equals(bytes, 0, LFS.length, LFS, 0, LFS.length);
    }

    /** As UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitFile file && file.path.equals(path) && file.blob.equals(blob);
    }

    @Override
    public int hashCode() {
        return blob.hashCode();
    }

    @Override
    public String toString() {
        return path + " " + blob;
    }
}
