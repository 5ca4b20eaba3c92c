package io.opslore.ingest.extract;

import io.opslore.guard.Masked;
import io.opslore.library.SpaceId;

/** How texts and names lose their secrets before anything of them is kept. */
public interface SecretMasking {

    /**
     * @param fileName tells how the text is written; empty where it has none
     */
    Masked mask(String text, String fileName, SpaceId space);

    /** A path, a file's name, a batch's name: whatever is called something. */
    default String name(String name, SpaceId space) {
        return mask(name, "", space).text();
    }

    /** Names the rules in force. */
    String version();
}
