package io.opslore.sources;

import io.opslore.connections.folder.Folder;
import io.opslore.connections.folder.FolderFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Names the bytes of files by themselves, and reads only those again that were written to since.
 * Knows nothing after a start. Thread-safe.
 */
@Component
class FileMarks {

    private static final int MOST = 200_000;

    /** Two changes within one tick of the disk's clock look like one. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<String, String> known = new Eldest();

    FileMarks(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param most larger files are not taken, and not read
     */
    String blob(Folder folder, FolderFile file, int most) {
        if (file.bytes() > most) {
            return "unread " + SnapshotVersion.of(file.mark());
        }
        String seen;
        synchronized (known) {
            seen = known.get(key(file));
        }
        return seen == null ? read(folder, file, most) : seen;
    }

    private String read(Folder folder, FolderFile file, int most) {
        try {
            String blob = SnapshotVersion.of(folder.read(file.path(), most));
            if (file.modified().isBefore(clock.instant().minus(TICK))) {
                synchronized (known) {
                    known.put(key(file), blob);
                }
            }
            return blob;
        } catch (IOException unreadable) {
            // Whether it is taken is asked when it is judged; until then it is no other one's.
            return "unread " + SnapshotVersion.of(file.path() + file.mark());
        }
    }

    private static String key(FolderFile file) {
        return file.path() + "\0" + file.mark();
    }

    /** Forgets what was looked at first. */
    private static final class Eldest extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    }
}
