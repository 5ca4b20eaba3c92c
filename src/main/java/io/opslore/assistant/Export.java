package io.opslore.assistant;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Conversations as files that people take along. Thread-safe. */
@Service
public class Export {

    private final Conversations conversations;
    private final Masking masking;
    private final ApplicationEventPublisher events;

    Export(Conversations conversations, Masking masking, ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.masking = masking;
        this.events = events;
    }

    /** The words between what was asked, answered and quoted, in the reader's language. */
    @FunctionalInterface
    public interface Wording {

        String say(String key, Object... values);
    }

    /**
     * For the conversation's owner, with the permission to share: all of it as Markdown, each
     * answer with its sources. Of a source that the owner may no longer open nothing is told.
     *
     * @throws io.opslore.library.NotFound for everyone else
     */
    @NeedsPermission(Permission.CONVERSATION_SHARE)
    @Transactional
    public String markdown(ConversationId id, Wording wording, Asker owner) {
        Conversation conversation = conversations.conversation(id, owner);
        List<Answer> answers = conversations.answers(id, owner);
        events.publishEvent(new ConversationExported(conversation, answers.size(), owner));
        String text = new ExportText(wording).of(conversation, answers);
        return masking.mask(text, MaskScope.PORTAL).text();
    }
}
