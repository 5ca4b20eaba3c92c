package io.opslore.operations.support;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * A ZIP for whoever helps: versions, settings, states, numbers, the end of the log. Secrets, texts
 * and names stay behind. Thread-safe.
 */
@Service
public class SupportBundle {

    private final List<BundlePart> parts;
    private final ApplicationEventPublisher events;

    SupportBundle(List<BundlePart> parts, ApplicationEventPublisher events) {
        this.parts = parts.stream().sorted(Comparator.comparing(BundlePart::file)).toList();
        this.events = events;
    }

    /** For those who may see the operations; on record. Does not close the stream. */
    @NeedsPermission(Permission.OPERATIONS_READ)
    public void write(OutputStream to, Asker asker) throws IOException {
        events.publishEvent(new Taken(asker));
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        for (BundlePart part : parts) {
            zip.putNextEntry(new ZipEntry(part.file()));
            zip.write(content(part).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Where one thing is broken, the others are wanted the more. */
    private static String content(BundlePart part) {
        try {
            return part.content();
        } catch (Exception e) {
            return "This could not be found out: " + e.getClass().getName() + "\n";
        }
    }

    private record Taken(Asker asker) implements Auditable {

        @Override
        public AuditRecord audited() {
            return AuditRecord.done(
                    "support.bundle", asker.actor(), new Subject("portal", "", ""), Map.of());
        }
    }
}
