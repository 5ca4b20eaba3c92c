package io.opslore.assistant;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody has changed who may read a conversation of theirs. */
record ConversationShared(
        Conversation conversation, Set<Grantee> before, Set<Grantee> after, Asker owner)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "conversation.share",
                owner.actor(),
                subject(conversation),
                Map.of(
                        "before", Map.of("readers", told(before)),
                        "after", Map.of("readers", told(after))));
    }

    static Subject subject(Conversation conversation) {
        return new Subject(
                "conversation", conversation.id().value().toString(), conversation.title());
    }

    private static List<String> told(Set<Grantee> readers) {
        return readers.stream()
                .map(one -> one.kind().toLowerCase(java.util.Locale.ROOT) + " " + one.key())
                .sorted()
                .toList();
    }
}
