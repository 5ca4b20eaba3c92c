package io.opslore.assistant;

import io.opslore.identity.Asker;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers questions from what the asker may read. Thread-safe. */
@Service
public class Assistant {

    /**
     * Starts answering in the background and returns at once. The answer goes on, and is stored,
     * whether or not anyone follows it.
     *
     * @param conversation the one to go on with, or null for a new one
     * @return the answer as it stands: searching
     * @throws io.opslore.library.NotFound if the conversation is not the asker's
     */
    public Answer ask(String question, @Nullable ConversationId conversation, Asker asker) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks the same question again in place of the given answer, which must be the last of its
     * conversation.
     */
    public Answer retry(AnswerId answer, Asker asker) {
        throw new UnsupportedOperationException();
    }

    /**
     * Calls the listener on a background thread with the answer as it stands now, then with every
     * change, at most about every 60 ms, until one that is final.
     *
     * @return ends the subscription when run; the answer goes on
     */
    public Runnable follow(AnswerId answer, Asker asker, Consumer<Answer> listener) {
        throw new UnsupportedOperationException();
    }

    /** Ends a running answer, which keeps what came. */
    public void stop(AnswerId answer, Asker asker) {
        throw new UnsupportedOperationException();
    }
}
