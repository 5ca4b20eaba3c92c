package io.opslore.connections.folder;

import java.time.Instant;

/**
 * A file below a folder.
 *
 * @param path below it, with slashes
 * @param modified when its bytes were last written, by its own word
 * @param mark another one after every change, also one that keeps size and time
 */
public record FolderFile(String path, long bytes, Instant modified, String mark) {}
