package io.opslore.assistant;

import jakarta.persistence.Column;
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

    /** Made by a trial of a model; only read here. */
    @Column(updatable = false)
    boolean trial;

    Conversation toConversation() {
        return new Conversation(new ConversationId(id), title, changedAt);
    }
}
