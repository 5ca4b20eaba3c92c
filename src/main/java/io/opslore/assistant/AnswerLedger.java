package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.library.NotFound;
import io.opslore.models.ModelTask;
import io.opslore.replicas.ThisPortal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down every question and what became of it. Thread-safe. */
@Component
@Transactional
class AnswerLedger {

    private final ConversationRecords conversations;
    private final AnswerRecords answers;
    private final AssistantAudit audit;
    private final Clock clock;
    private final ThisPortal portal;

    AnswerLedger(
            ConversationRecords conversations,
            AnswerRecords answers,
            AssistantAudit audit,
            Clock clock,
            ThisPortal portal) {
        this.conversations = conversations;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
        this.portal = portal;
    }

    /** Enters a question, in the asker's own conversation or in a new one named after it. */
    Answer open(Heard question, @Nullable ConversationId conversation, Asker asker) {
        Answer opened =
                conversation == null
                        ? enter(begun(question.text(), asker), question, asker)
                        : enter(own(conversation.value(), asker), question, asker);
        audit.asked(opened, asker);
        return opened;
    }

    /** Enters the question of the conversation's last answer again, in place of that answer. */
    Answer reopen(AnswerId id, Heard question, Asker asker) {
        AnswerEntity answer =
                answers.own(id.value(), asker.id().value())
                        .orElseThrow(() -> new NotFound("Answer"));
        ConversationEntity conversation = own(answer.conversationId, asker);
        if (answer.beside != null || lastPosition(conversation) != answer.position) {
            throw new IllegalArgumentException("Only a conversation's last answer is retried");
        }
        answers.findByBeside(answer.id).ifPresent(answers::remove);
        answers.remove(answer);
        Answer opened = enter(conversation, question, asker);
        audit.retried(answer.toAnswer(), opened, asker);
        return opened;
    }

    /** What its owner has chosen for the conversation; null lets the portal choose. */
    @Nullable ModelTask task(ConversationId conversation, Asker asker) {
        return own(conversation.value(), asker).task();
    }

    /** What was to be looked up for the answer's question. */
    LookupWish lookups(AnswerId id, Asker asker) {
        return answers.own(id.value(), asker.id().value())
                .map(AnswerEntity::wish)
                .orElseThrow(() -> new NotFound("Answer"));
    }

    /** Keeps what is known by now; an answer whose conversation was deleted meanwhile is let go. */
    void keep(Answer answer, Means means) {
        Sent sent = means.sent();
        if (sent != null) {
            SystemPrompt template = sent.template();
            answers.keepTemplate(template.version(), template.text(), template.ask());
        }
        answers.lock(answer.id().value()).ifPresent(entity -> entity.become(answer, means));
    }

    /** Keeps how it ended, and tells the audit log. */
    void end(Answer answer, Means means, Asker asker) {
        keep(answer, means);
        audit.ended(answer, means, asker);
    }

    /** Tells the audit log that its asker has stopped it. */
    void stopped(AnswerId answer, Asker asker) {
        audit.stopped(answer, asker);
    }

    private Answer enter(ConversationEntity conversation, Heard question, Asker asker) {
        conversation.changedAt = now();
        conversation.chosenTask(question.wish().task());
        return answers.saveAndFlush(
                        AnswerEntity.asked(
                                conversation,
                                lastPosition(conversation) + 1,
                                question,
                                asker,
                                portal.id()))
                .toAnswer();
    }

    private ConversationEntity begun(String question, Asker asker) {
        var conversation = new ConversationEntity();
        conversation.id = UUID.randomUUID();
        conversation.accountId = asker.id().value();
        conversation.title = Titles.of(question);
        conversation.changedAt = now();
        return conversations.saveAndFlush(conversation);
    }

    private ConversationEntity own(UUID conversation, Asker asker) {
        return conversations
                .lock(conversation, asker.id().value())
                .orElseThrow(() -> new NotFound("Conversation"));
    }

    private int lastPosition(ConversationEntity conversation) {
        return answers.findFirstByConversationIdOrderByPositionDesc(conversation.id)
                .map(last -> last.position)
                .orElse(0);
    }

    /** As exact as the database keeps it, so that what is stored equals what was told. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
