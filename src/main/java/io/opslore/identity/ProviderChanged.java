package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A provider is not what it was.
 *
 * @param before null where it is new
 * @param after null where it is gone
 */
record ProviderChanged(
        @Nullable Provider before, @Nullable Provider after, boolean otherSecret, Asker asker)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        Provider any = Objects.requireNonNull(after == null ? before : after);
        return AuditRecord.done(
                before == null
                        ? "provider.create"
                        : after == null ? "provider.remove" : "provider.change",
                asker.actor(),
                new Subject("provider", any.id().value(), any.name()),
                Map.of(
                        "before", before == null ? Map.of() : facts(before),
                        "after", after == null ? Map.of() : facts(after),
                        "otherSecret", otherSecret));
    }

    private static Map<String, Object> facts(Provider provider) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", provider.name());
        facts.put("issuer", provider.issuer());
        facts.put("clientId", provider.clientId());
        facts.put("hasSecret", provider.hasSecret());
        facts.put("scopes", provider.scopes());
        facts.put("usernameClaim", provider.claims().username());
        facts.put("emailClaim", provider.claims().email());
        facts.put("nameClaim", provider.claims().name());
        facts.put("rules", rules(provider));
        facts.put("createsAccounts", provider.createsAccounts());
        facts.put("enabled", provider.enabled());
        return facts;
    }

    private static List<String> rules(Provider provider) {
        return provider.rules().stream()
                .map(rule ->
                        "%s = %s: %s %s"
                                .formatted(
                                        rule.claim(),
                                        rule.wanted(),
                                        rule.gives().kind(),
                                        rule.gives().key()))
                .toList();
    }
}
