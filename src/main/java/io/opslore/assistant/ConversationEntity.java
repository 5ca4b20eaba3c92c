package io.opslore.assistant;

import io.opslore.models.ModelTask;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "conversation")
class ConversationEntity {

    @Id UUID id;
    UUID accountId;
    String title;
    Instant changedAt;
    @Nullable String task;

    @Nullable ModelTask task() {
        return task == null ? null : ModelTask.of(task).orElse(null);
    }

    void chosenTask(@Nullable ModelTask chosen) {
        task = chosen == null ? null : chosen.key();
    }

    /** Made by a trial of a model; only read here. */
    @Column(updatable = false)
    boolean trial;

    Conversation toConversation() {
        return new Conversation(new ConversationId(id), title, changedAt);
    }
}
