package io.opslore.assistant;

import io.opslore.identity.Asker;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * A person's own conversations; nobody else's can be seen. Throws {@link
 * io.opslore.library.NotFound} otherwise.
 */
@Service
public class Conversations {

    /**
     * The newest first; only those whose title, questions or answers hold the text, case aside,
     * unless it is blank.
     */
    public List<Conversation> list(String containing, Asker asker) {
        throw new UnsupportedOperationException();
    }

    /** All questions with their answers, the oldest first; those still running as they stand. */
    public List<Answer> answers(ConversationId id, Asker asker) {
        throw new UnsupportedOperationException();
    }

    /** One conversation's title and time. */
    public Conversation conversation(ConversationId id, Asker asker) {
        throw new UnsupportedOperationException();
    }

    /** Gives it a new title of 1 to 200 characters. */
    public void rename(ConversationId id, String title, Asker asker) {
        throw new UnsupportedOperationException();
    }

    /** Deletes it with all its answers, for good. */
    public void delete(ConversationId id, Asker asker) {
        throw new UnsupportedOperationException();
    }
}
