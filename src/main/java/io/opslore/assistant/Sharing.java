package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.identity.Permission;
import io.opslore.library.NotFound;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets others read one's conversations: for the owner alone, {@link NotFound} for everyone else.
 * Thread-safe.
 */
@Service
@Transactional
public class Sharing {

    private final ConversationRecords conversations;
    private final ShareRecords shares;
    private final Directory directory;
    private final Authority authority;
    private final ApplicationEventPublisher events;

    Sharing(
            ConversationRecords conversations,
            ShareRecords shares,
            Directory directory,
            Authority authority,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.shares = shares;
        this.directory = directory;
        this.authority = authority;
        this.events = events;
    }

    /** With whom it is shared, those first who were first. */
    @Transactional(readOnly = true)
    public Set<Grantee> readers(ConversationId conversation, Asker owner) {
        own(conversation, owner);
        return shares.of(conversation);
    }

    /**
     * Shares it with these persons and groups and nobody else; they may read it, as far as they may
     * open its sources. To take somebody away needs no permission.
     *
     * @throws io.opslore.identity.NotAllowed for a new reader without the permission to share
     * @throws NotFound for somebody who does not exist
     */
    public void share(ConversationId conversation, Set<Grantee> readers, Asker owner) {
        ConversationEntity shared =
                conversations
                        .lock(conversation.value(), owner.id().value())
                        .orElseThrow(() -> new NotFound("Conversation"));
        Set<Grantee> before = shares.of(conversation);
        Set<Grantee> added = new HashSet<>(readers);
        added.removeAll(before);
        if (!added.isEmpty()) {
            requireShareable(added, owner);
        }
        if (!before.equals(readers)) {
            shares.replace(conversation, before, readers);
            events.publishEvent(
                    new ConversationShared(shared.toConversation(), before, readers, owner));
        }
    }

    private void requireShareable(Set<Grantee> added, Asker owner) {
        authority.require(Permission.CONVERSATION_SHARE, owner);
        if (added.stream().anyMatch(Grantee.Holders.class::isInstance)) {
            throw new IllegalArgumentException("Shared with persons and groups only");
        }
        if (!directory.named(added, owner).keySet().containsAll(added)) {
            throw new NotFound("Person or group");
        }
    }

    private void own(ConversationId conversation, Asker owner) {
        if (conversations
                .findByIdAndAccountId(conversation.value(), owner.id().value())
                .isEmpty()) {
            throw new NotFound("Conversation");
        }
    }
}
