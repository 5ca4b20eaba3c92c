package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.library.NotFound;
import io.opslore.models.ModelTask;
import io.opslore.replicas.ThisPortal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which answer stands beside which. All throw {@link NotFound} for others' answers. */
@Component
@Transactional
class ComparisonLedger {

    private final ConversationRecords conversations;
    private final AnswerRecords answers;
    private final AssistantAudit audit;
    private final ThisPortal portal;

    ComparisonLedger(
            ConversationRecords conversations,
            AnswerRecords answers,
            AssistantAudit audit,
            ThisPortal portal) {
        this.conversations = conversations;
        this.answers = answers;
        this.audit = audit;
        this.portal = portal;
    }

    /** What is chosen for the answer's conversation; null lets the portal choose. */
    @Nullable ModelTask task(AnswerId answer, Asker asker) {
        return own(own(answer, asker).conversationId, asker).task();
    }

    /** What was to be looked up for the answer's question. */
    LookupWish lookups(AnswerId answer, Asker asker) {
        return own(answer, asker).wish();
    }

    void require(ConversationId conversation, Asker asker) {
        own(conversation.value(), asker);
    }

    /** What stands beside this answer. */
    Optional<AnswerId> beside(AnswerId first, Asker asker) {
        return answers.findByBeside(own(first, asker).id).map(second -> new AnswerId(second.id));
    }

    /** Enters the question again, beside its first answer, in place of what stood there. */
    Answer open(AnswerId first, Heard question, Asker asker) {
        AnswerEntity compared = own(first, asker);
        ConversationEntity conversation = own(compared.conversationId, asker);
        requireLast(compared);
        answers.findByBeside(compared.id).ifPresent(answers::remove);
        AnswerEntity second =
                AnswerEntity.asked(conversation, compared.position, question, asker, portal.id());
        second.beside = compared.id;
        Answer opened = answers.saveAndFlush(second).toAnswer();
        audit.compared(first, opened, asker);
        return opened;
    }

    /** Lets the other one go, and tells which that was. */
    AnswerId keep(AnswerId id, Asker asker) {
        AnswerEntity kept = own(id, asker);
        own(kept.conversationId, asker);
        AnswerEntity other = other(kept);
        requireLast(kept);
        audit.kept(kept.toAnswer(), other.toAnswer(), asker);
        // Where it is the first, the database lets the second take its place.
        answers.remove(other);
        return new AnswerId(other.id);
    }

    private AnswerEntity other(AnswerEntity kept) {
        return (kept.beside == null ? answers.findByBeside(kept.id) : answers.findById(kept.beside))
                .orElseThrow(() -> new NotFound("Answer"));
    }

    private void requireLast(AnswerEntity answer) {
        boolean last =
                answers.findFirstByConversationIdOrderByPositionDesc(answer.conversationId)
                        .filter(found -> found.position == answer.position)
                        .isPresent();
        if (!last) {
            throw new IllegalArgumentException("Only a conversation's last answer is compared");
        }
    }

    private AnswerEntity own(AnswerId id, Asker asker) {
        return answers.own(id.value(), asker.id().value())
                .orElseThrow(() -> new NotFound("Answer"));
    }

    private ConversationEntity own(UUID conversation, Asker asker) {
        return conversations
                .lock(conversation, asker.id().value())
                .orElseThrow(() -> new NotFound("Conversation"));
    }
}
