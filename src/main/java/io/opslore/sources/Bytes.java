package io.opslore.sources;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;

/** Bytes of what may have grown since it was listed. */
final class Bytes {

    private Bytes() {}

    /** Half a file is none. */
    static byte[] within(int most, byte[] bytes) {
        if (bytes.length > most) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE,
                    "A file has grown too large while it was looked at.",
                    "It is passed over at the next look.");
        }
        return bytes;
    }
}
