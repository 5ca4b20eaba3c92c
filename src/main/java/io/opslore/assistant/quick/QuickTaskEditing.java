package io.opslore.assistant.quick;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which prepared questions there are. Thread-safe. */
@Service
@NeedsPermission(Permission.MODEL_MANAGE)
public class QuickTaskEditing {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_PROMPT = 4_000;

    private final QuickTaskRows rows;
    private final ApplicationEventPublisher events;

    QuickTaskEditing(QuickTaskRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /** For admins: all, in the order in which they are offered. */
    public List<QuickTask> all(Asker asker) {
        return rows.all();
    }

    /**
     * For admins: adds it, or changes the one of its key.
     *
     * @throws IllegalArgumentException for a title or prompt that is empty or too long
     */
    @Transactional
    public void save(QuickTask task, Asker asker) {
        Optional<QuickTask> before = rows.find(task.key());
        boolean shipped = before.filter(QuickTask::shipped).isPresent();
        require("title", task.title(), LONGEST_TITLE, shipped);
        require("prompt", task.prompt(), LONGEST_PROMPT, shipped);
        rows.put(task);
        events.publishEvent(Edited.of("save", before.orElse(null), task, asker));
    }

    /** For admins: removes one that somebody has added. */
    @Transactional
    public void remove(String key, Asker asker) {
        rows.find(key)
                .filter(task -> !task.shipped())
                .ifPresent(task -> {
                    rows.remove(key);
                    events.publishEvent(Edited.of("remove", task, null, asker));
                });
    }

    /** Those that came with the portal have texts of the interface where they have none. */
    private static void require(String what, @Nullable String text, int longest, boolean mayLack) {
        if (text == null ? !mayLack : text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(
                    "A %s has 1 to %d characters".formatted(what, longest));
        }
    }

    private record Edited(AuditRecord audited) implements Auditable {

        static Edited of(
                String what, @Nullable QuickTask before, @Nullable QuickTask after, Asker asker) {
            String key = after == null ? (before == null ? "" : before.key()) : after.key();
            return new Edited(
                    AuditRecord.done(
                            "quick-task." + what,
                            asker.actor(),
                            new Subject("quick-task", key, ""),
                            Map.of("before", facts(before), "after", facts(after))));
        }

        private static Map<String, Object> facts(@Nullable QuickTask task) {
            return task == null
                    ? Map.of()
                    : Map.of(
                            "enabled", task.enabled(),
                            "title", String.valueOf(task.title()),
                            "prompt", String.valueOf(task.prompt()),
                            "tools", task.tools(),
                            "pasted", String.valueOf(task.pasted()),
                            "calls", task.calls().stream().map(Object::toString).toList());
        }
    }
}
