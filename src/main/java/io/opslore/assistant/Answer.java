package io.opslore.assistant;

import io.opslore.models.ModelFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question and what is known of its answer so far. Immutable snapshot.
 *
 * @param markdown the answer's text with its markers {@code [1]}; every marker has its citation.
 *     Empty for {@link Outcome#NO_SUPPORT}: the view says that in the reader's language
 * @param citations those that the text uses, by marker
 * @param unsupported sentences of {@code markdown}, verbatim, that their cited passages do not bear
 *     out
 * @param model the name of the one that was asked; null where none was
 * @param tokens of prompt and answer together as counted by the server; 0 where no model was asked
 * @param failure why the model did not answer, or not to the end, where that is known
 * @param remarks what its reader is told beside its words
 * @param workings how the model came to it
 * @param ahead how many are served before it while it is {@link Outcome#WAITING}, else 0
 */
public record Answer(
        AnswerId id,
        ConversationId conversation,
        String question,
        Outcome outcome,
        String markdown,
        List<Citation> citations,
        List<String> unsupported,
        @Nullable String model,
        Duration elapsed,
        int tokens,
        Instant askedAt,
        ModelFailure.@Nullable Reason failure,
        List<Remark> remarks,
        Workings workings,
        int ahead) {

    public Answer {
        remarks = List.copyOf(remarks);
        citations = List.copyOf(citations);
        unsupported = List.copyOf(unsupported);
    }

    /** How it ended, or that it has not. */
    public enum Outcome {
        /** Passages are being searched. */
        SEARCHING,
        /** Live systems are looked into. Never stored. */
        LOOKING,
        /** The model has others to answer first. Never stored. */
        WAITING,
        /** The model has its turn and reads: no word has come. Never stored. */
        READING,
        /** Words are coming in. */
        STREAMING,
        /** Written by a model and through the gate. */
        ANSWERED,
        /** Quoted by the portal itself, because no model is there or the one asked said nothing. */
        PASSAGES,
        /** A list of what has changed, from the library's own records. */
        CHANGES,
        /** The sources do not hold the answer. */
        NO_SUPPORT,
        /** Ended by the person; keeps what came. */
        STOPPED,
        /** The model broke off; keeps what came. */
        CUT_OFF,
        /** The model could not begin. */
        FAILED,
        /** The search engine could not be asked, so nothing is known of what the sources hold. */
        SEARCH_AWAY,
        /**
         * Written from a source that the reader may not open; text and citations are empty. Never
         * for its own asker.
         */
        WITHHELD;

        /** Whether nothing more will come. */
        public boolean isFinal() {
            return switch (this) {
                case SEARCHING, LOOKING, WAITING, READING, STREAMING -> false;
                case ANSWERED,
                        PASSAGES,
                        CHANGES,
                        NO_SUPPORT,
                        STOPPED,
                        CUT_OFF,
                        FAILED,
                        SEARCH_AWAY,
                        WITHHELD ->
                        true;
            };
        }
    }
}
