package io.opslore.assistant;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.identity.Asker;
import java.util.Map;

/** Somebody has taken a conversation of theirs along as a file. */
record ConversationExported(Conversation conversation, int answers, Asker owner)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "conversation.export",
                owner.actor(),
                ConversationShared.subject(conversation),
                Map.of("answers", answers));
    }
}
