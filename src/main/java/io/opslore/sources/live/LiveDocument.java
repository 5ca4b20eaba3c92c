package io.opslore.sources.live;

import io.opslore.library.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A document that tells something of a live system.
 *
 * @param version which state of it, as the system says
 * @param blob names its text
 * @param size of the text in bytes; 0 where it is not known before it is asked for
 * @param text without secrets
 */
record LiveDocument(String path, String version, String blob, long size, Supplier<String> text) {

    static LiveDocument of(String path, String version, String text) {
        return new LiveDocument(
                path,
                version,
                Sha256.of(text),
                text.getBytes(StandardCharsets.UTF_8).length,
                () -> text);
    }

    /**
     * One that is only written when it is wanted.
     *
     * @param state all that its text is made of
     */
    static LiveDocument later(String path, String version, String state, Supplier<String> text) {
        return new LiveDocument(path, version, Sha256.of(state), 0, text);
    }
}
