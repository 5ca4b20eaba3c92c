package io.opslore.ingest.hostile;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A file that means harm; its bytes are made when they are wanted. */
record HostileFile(String path, Supplier<byte[]> content) {

    static HostileFile of(String path, byte[] bytes) {
        return new HostileFile(path, () -> bytes);
    }

    static HostileFile text(String path, String text) {
        return of(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One that is too large to be kept while others are tried. */
    static HostileFile large(String path, Supplier<String> text) {
        return new HostileFile(path, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }
}
