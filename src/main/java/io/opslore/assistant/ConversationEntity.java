package io.opslore.assistant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "conversation")
class ConversationEntity {

    @Id UUID id;
    UUID accountId;
    String title;
    Instant changedAt;

    Conversation toConversation() {
        return new Conversation(new ConversationId(id), title, changedAt);
    }
}
