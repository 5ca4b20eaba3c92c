package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Div;
import io.opslore.assistant.Answer;
import io.opslore.assistant.AnswerId;
import io.opslore.kit.FollowingScroller;
import io.opslore.models.ModelStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The questions and answers of one conversation, from top to bottom. */
final class Dialogue extends FollowingScroller {

    private final Consumer<CitedIn> cited;
    private final Again again;
    private final Supplier<ModelStatus> model;
    private final SourceLookup sources;
    private final boolean toRead;
    private final Map<AnswerId, AnswerCard> cards = new LinkedHashMap<>();
    private final Map<AnswerId, AnswerCard> compared = new HashMap<>();

    Dialogue(
            Consumer<CitedIn> cited,
            Again again,
            Supplier<ModelStatus> model,
            SourceLookup sources) {
        this(cited, again, model, sources, false);
    }

    private Dialogue(
            Consumer<CitedIn> cited,
            Again again,
            Supplier<ModelStatus> model,
            SourceLookup sources,
            boolean toRead) {
        this.cited = cited;
        this.again = again;
        this.model = model;
        this.sources = sources;
        this.toRead = toRead;
        addClassName("dialogue");
    }

    /** One in which nothing can be done but to read. */
    static Dialogue toRead(
            Consumer<CitedIn> cited, Supplier<ModelStatus> model, SourceLookup sources) {
        return new Dialogue(cited, (none, nor) -> {}, model, sources, true);
    }

    /** Shows these instead of what was shown before. */
    void show(List<Answer> answers) {
        clear();
        cards.clear();
        compared.clear();
        answers.forEach(this::append);
    }

    /** Adds a new question below the others. */
    void append(Answer answer) {
        if (cards.isEmpty()) {
            clear();
        }
        AnswerCard card = new AnswerCard(cited, again, model, sources);
        cards.values().forEach(older -> older.setLast(false));
        cards.put(answer.id(), card);
        add(card);
        card.setLast(!toRead);
        card.show(answer);
    }

    /**
     * Shows an answer's new state in place. A retried answer may have a new identity; it takes the
     * last one's place.
     */
    void update(Answer answer) {
        AnswerCard second = compared.get(answer.id());
        if (second != null) {
            second.compare(answer);
            return;
        }
        AnswerCard card = cards.get(answer.id());
        if (card == null && !cards.isEmpty()) {
            AnswerCard replaced = newest();
            cards.values().remove(replaced);
            compared.values().remove(replaced);
            replaced.compareNoMore();
            card = replaced;
        }
        if (card != null) {
            cards.put(answer.id(), card);
            card.show(answer);
        }
    }

    /** Shows the second answer beside the first, of which it must have been told. */
    void compare(AnswerId first, Answer second) {
        AnswerCard card = cards.get(first);
        if (card != null) {
            compared.values().remove(card);
            compared.put(second.id(), card);
            card.compare(second);
        }
    }

    /** Shows this one of two answers to the newest question alone. */
    void keep(Answer kept) {
        AnswerCard card = newest();
        compared.values().remove(card);
        card.compareNoMore();
        update(kept);
    }

    private AnswerCard newest() {
        return List.copyOf(cards.values()).getLast();
    }

    void add(Div part) {
        content().add(part);
    }

    private void clear() {
        content().removeAll();
    }
}
