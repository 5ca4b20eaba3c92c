package io.opslore.assistant;

import io.opslore.assistant.lookup.PastedFindings;
import io.opslore.assistant.lookup.PastedKind;
import io.opslore.guard.Filtered;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masked;
import io.opslore.guard.Masking;
import io.opslore.guard.QuestionBlocked;
import io.opslore.guard.QuestionFilter;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.library.Format;
import io.opslore.library.RevisionText;
import io.opslore.library.Snapshots;
import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Keeps what people paste to have it looked at: masked, in no list and no search, for readers of a
 * space that its owner chooses. Thread-safe.
 */
@Service
public class PastedTexts {

    /** Nobody looks at more at once, and no model has room for it. */
    public static final int LONGEST = 100_000;

    private static final int NAMED = 12;

    private final Snapshots snapshots;
    private final Masking masking;
    private final QuestionFilter filter;

    PastedTexts(Snapshots snapshots, Masking masking, QuestionFilter filter) {
        this.snapshots = snapshots;
        this.masking = masking;
        this.filter = filter;
    }

    /**
     * For those who may ask. Secrets are taken out before anything else is done with it.
     *
     * @param space whose readers may see it where an answer cites it; the asker is one
     * @throws IllegalArgumentException for a text without words, or one that is too long
     * @throws QuestionBlocked where a rule refuses it; nothing is kept
     * @throws io.opslore.library.NotFound for a space that the asker may not read
     */
    @NeedsPermission(Permission.QUESTION_ASK)
    public Pasted keep(PastedKind kind, String text, SpaceId space, Asker asker) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
        if (plain.isBlank() || plain.length() > LONGEST) {
            throw new IllegalArgumentException("1 to %d characters".formatted(LONGEST));
        }
        String name = kind.fileName(plain);
        Masked masked = masking.mask(plain, name, MaskScope.space(space.value()));
        if (filter.judge(masked.text(), asker) instanceof Filtered.Blocked(var finding)) {
            throw new QuestionBlocked(finding);
        }
        String folder = folder(masked.text(), asker);
        Stored kept = keep(space, folder + name, masked.text(), kind.syntax(), asker);
        Optional<PastedFindings> findings =
                PastedFindings.of(name, masked.text(), masked.secrets());
        return new Pasted(
                kept.revision().value(),
                findings.map(it -> keep(space, folder + "findings.txt", it.text(), "", asker))
                        .map(it -> it.revision().value())
                        .orElse(null),
                (int) masked.text().lines().count(),
                masked.secrets().size(),
                findings.map(PastedFindings::count).orElse(0));
    }

    /** The same text of the same person is kept once. */
    private static String folder(String text, Asker asker) {
        return Citations.sha256(asker.id().value() + "\n" + text).substring(0, NAMED) + "/";
    }

    private Stored keep(SpaceId space, String path, String text, String syntax, Asker asker) {
        String title = path.substring(path.lastIndexOf('/') + 1);
        var kept = new RevisionText(text, title, Format.CODE, syntax, List.of(), List.of());
        return snapshots.keepPasted(space, path, kept, masking.version(), asker);
    }
}
