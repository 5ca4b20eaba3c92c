package io.opslore.assistant;

import io.opslore.models.ChatPart;
import io.opslore.models.ModelFailure;
import io.opslore.models.Thinking;

/** What a model has said so far, and what it thought before. Not thread-safe. */
final class Spoken {

    /** Nobody reads more, and all of it is kept with the answer. */
    private static final int MOST_THOUGHTS = 60_000;

    private final Thinking thinking;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thoughts = new StringBuilder();
    private String shown = "";
    private int masked;
    private boolean shownWhole;

    /**
     * @param thinking whether its thoughts are kept at all
     */
    Spoken(Thinking thinking) {
        this.thinking = thinking;
    }

    void add(ChatPart.Words words) {
        text.append(words.text());
    }

    void add(ChatPart.Thought thought) {
        if (thinking != Thinking.OFF && thoughts.length() < MOST_THOUGHTS) {
            thoughts.append(thought.text());
        }
    }

    /** Whether neither a word nor a thought has come. */
    boolean isSilent() {
        return text.isEmpty() && thoughts.isEmpty();
    }

    /** As it may be shown; thoughts are looked through again only where there are more of them. */
    Cited growing(Citing citing) {
        boolean over = !text.isEmpty();
        if (masked < thoughts.length() || over != shownWhole) {
            shown = citing.thoughts(thoughts.toString(), over);
            masked = thoughts.length();
            shownWhole = over;
        }
        return citing.growing(text.toString()).thinking(shown);
    }

    Written complete(ChatPart.Done done) {
        return new Written.Complete(text.toString(), thoughts.toString(), done);
    }

    Written broken(ModelFailure.Reason reason) {
        return new Written.Broken(text.toString(), thoughts.toString(), reason);
    }

    Written stopped() {
        return new Written.Stopped(text.toString(), thoughts.toString());
    }
}
