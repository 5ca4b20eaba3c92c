package io.opslore.assistant;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.library.NotFound;
import io.opslore.models.ModelTask;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's own conversations; nobody else's can be seen. What was answered stays; of a source
 * that the person may no longer open nothing is quoted. Throws {@link io.opslore.library.NotFound}
 * otherwise.
 */
@Service
public class Conversations {

    private static final int LONGEST_TITLE = 200;

    private final ConversationRecords conversations;
    private final AnswerRecords answers;
    private final AnswerHistory history;
    private final RunningAnswers running;
    private final AssistantAudit audit;
    private final Masking masking;

    Conversations(
            ConversationRecords conversations,
            AnswerRecords answers,
            AnswerHistory history,
            RunningAnswers running,
            AssistantAudit audit,
            Masking masking) {
        this.conversations = conversations;
        this.answers = answers;
        this.history = history;
        this.running = running;
        this.audit = audit;
        this.masking = masking;
    }

    /**
     * The newest first; only those whose title, questions or answers hold the text, case aside,
     * unless it is blank.
     */
    public List<Conversation> list(String containing, Asker asker) {
        String wanted = containing.strip().toLowerCase(Locale.ROOT);
        List<Conversation> all =
                conversations
                        .findByAccountIdAndTrialFalseOrderByChangedAtDesc(asker.id().value())
                        .stream()
                        .map(ConversationEntity::toConversation)
                        .toList();
        if (wanted.isEmpty()) {
            return all;
        }
        Set<UUID> holding = answers.conversationsHolding(pattern(wanted), asker.id().value());
        return all.stream()
                .filter(conversation ->
                        conversation.title().toLowerCase(Locale.ROOT).contains(wanted)
                                || holding.contains(conversation.id().value()))
                .toList();
    }

    /** All questions with their answers, the oldest first; those still running as they stand. */
    public List<Answer> answers(ConversationId id, Asker asker) {
        conversation(id, asker);
        return history.of(id, asker).stream()
                .map(running::asItStands)
                .map(answer -> history.asOpen(answer, asker))
                .toList();
    }

    /** One conversation's title and time. */
    public Conversation conversation(ConversationId id, Asker asker) {
        return own(id, asker).toConversation();
    }

    /** What is chosen for its questions; null lets the portal choose. */
    public @Nullable ModelTask task(ConversationId id, Asker asker) {
        return own(id, asker).task();
    }

    /** The conversation whose last question reads so, the newest of several. */
    public Optional<ConversationId> lastAsked(String question, Asker asker) {
        String kept = masking.mask(question.strip(), MaskScope.PORTAL).text();
        return answers.lastAsked(kept, asker.id().value()).map(ConversationId::new);
    }

    /** Gives it a new title of 1 to 200 characters; secrets in it are masked. */
    @Transactional
    public void rename(ConversationId id, String title, Asker asker) {
        String stripped = masking.mask(title.strip(), MaskScope.PORTAL).text();
        if (stripped.isEmpty() || stripped.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("A title has 1 to 200 characters");
        }
        ConversationEntity conversation = own(id, asker);
        audit.renamed(id, conversation.title, stripped, asker);
        conversation.title = stripped;
    }

    /** Deletes it with all its answers, for good. */
    @Transactional
    public void delete(ConversationId id, Asker asker) {
        if (conversations.delete(id.value(), asker.id().value()) == 0) {
            throw new NotFound("Conversation");
        }
        audit.deleted(id, asker);
        running.stopAll(id);
    }

    private ConversationEntity own(ConversationId id, Asker asker) {
        return conversations
                .findByIdAndAccountId(id.value(), asker.id().value())
                .orElseThrow(() -> new NotFound("Conversation"));
    }

    private static String pattern(String wanted) {
        return "%" + wanted.replaceAll("[!%_]", "!$0") + "%";
    }
}
