package io.opslore.sources;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source is not what it was.
 *
 * @param verb what was done
 * @param before null where it is new
 * @param after null where it is gone
 */
public record SourceChanged(
        String verb, @Nullable Source before, @Nullable Source after, Asker asker)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        Source any = Objects.requireNonNull(after == null ? before : after);
        return AuditRecord.done(
                "source." + verb,
                asker.actor(),
                new Subject("source", any.id().value(), any.name()),
                Map.of(
                        "before", before == null ? Map.of() : facts(before),
                        "after", after == null ? Map.of() : facts(after)));
    }

    private static Map<String, Object> facts(Source source) {
        SourceRules rules = source.rules();
        return Map.of(
                "name", source.name(),
                "connection", source.connection().value(),
                "space", source.space().value().toString(),
                "enabled", source.enabled(),
                "from", Map.of("kind", source.kind(), "options", new TreeMap<>(rules.options())),
                "folder", rules.folder(),
                "include", rules.include(),
                "exclude", rules.exclude(),
                "kinds", rules.kinds().stream().map(Enum::name).sorted().toList(),
                "minutes", rules.minutes());
    }
}
