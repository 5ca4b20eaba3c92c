package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.assistant.Remark;
import io.opslore.guard.ui.FilterText;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelStatus;
import org.jspecify.annotations.Nullable;

/** What the reader should know about an answer beside its words. */
final class AnswerNote extends Div {

    private AnswerNote(VaadinIcon icon, String kind, String title, String text) {
        Icon picture = new Icon(icon);
        picture.getElement().setAttribute("aria-hidden", "true");
        Span heading = new Span(I18NProvider.translate(title));
        heading.addClassName("note-title");
        Div words = new Div(heading, new Paragraph(text));
        words.addClassName("note-words");
        addClassNames("note", kind);
        add(picture, words);
    }

    static AnswerNote noSupport() {
        return of(VaadinIcon.SEARCH_MINUS, "quiet", "ask.noSupport");
    }

    static AnswerNote searchAway() {
        return of(VaadinIcon.EXCLAMATION_CIRCLE_O, "warning", "index.away.answer");
    }

    static AnswerNote unsupported() {
        return of(VaadinIcon.WARNING, "warning", "ask.unsupported");
    }

    static AnswerNote withheld() {
        return of(VaadinIcon.LOCK, "quiet", "ask.withheld");
    }

    /** What was noticed in the question, or taken out of the answer. */
    static AnswerNote remark(Remark remark) {
        return switch (remark.kind()) {
            case SECRET_MASKED -> of(VaadinIcon.KEY, "quiet", "ask.remark.secret");
            case RULE_WARNS ->
                    new AnswerNote(
                            VaadinIcon.WARNING,
                            "warning",
                            "ask.remark.rule",
                            FilterText.warning(remark.text()));
            case INJECTION_SUSPECTED ->
                    new AnswerNote(
                            VaadinIcon.WARNING,
                            "warning",
                            "ask.remark.injection",
                            FilterText.suspected(remark.text()));
            case PROMPT_KEPT_BACK -> of(VaadinIcon.BAN, "warning", "ask.remark.prompt");
            case MODELS_NOT_ALLOWED -> of(VaadinIcon.LOCK, "quiet", "ask.remark.models");
            case MEANING_AWAY -> of(VaadinIcon.SEARCH, "quiet", "ask.remark.meaning");
        };
    }

    static AnswerNote stopped() {
        return of(VaadinIcon.STOP, "quiet", "ask.stopped");
    }

    static AnswerNote cutOff(ModelFailure.@Nullable Reason reason) {
        return broken("ask.cutOff", reason);
    }

    static AnswerNote failed(ModelFailure.@Nullable Reason reason) {
        return broken("ask.failed", reason);
    }

    /** The model was asked and said nothing. */
    static AnswerNote quotedInstead(ModelFailure.@Nullable Reason reason) {
        return broken("ask.passages.instead", reason);
    }

    private static AnswerNote broken(String title, ModelFailure.@Nullable Reason reason) {
        String why =
                switch (reason) {
                    case UNREACHABLE -> "ask.failure.unreachable";
                    case MODEL_MISSING -> "ask.failure.modelMissing";
                    case TIMED_OUT -> "ask.failure.timedOut";
                    case REFUSED -> "ask.failure.refused";
                    case CUT_OFF -> "ask.failure.cutOff";
                    case SERVER_FAULT -> "ask.failure.serverFault";
                    case QUEUE_FULL -> "ask.failure.queueFull";
                    case WAITED_TOO_LONG -> "ask.failure.waitedTooLong";
                    case null -> title + ".hint";
                };
        return new AnswerNote(
                VaadinIcon.EXCLAMATION_CIRCLE_O, "warning", title, I18NProvider.translate(why));
    }

    /** No model: what the reader sees instead, and how to change that. */
    static AnswerNote passages(ModelStatus status) {
        return switch (status) {
            case ModelStatus.Available available ->
                    of(VaadinIcon.QUOTE_RIGHT, "passages", "ask.passages.back");
            case ModelStatus.ModelMissing missing ->
                    withCommand(
                            I18NProvider.translate(
                                    "ask.passages.missing.hint",
                                    missing.baseUrl(),
                                    missing.wanted()),
                            missing.wanted());
            case ModelStatus.Unreachable unreachable ->
                    withCommand(
                            I18NProvider.translate(
                                    "ask.passages.unreachable.hint", unreachable.baseUrl()),
                            "");
            case ModelStatus.Resting resting ->
                    of(VaadinIcon.QUOTE_RIGHT, "passages", "ask.resting");
        };
    }

    private static AnswerNote withCommand(String text, String model) {
        AnswerNote note = new AnswerNote(VaadinIcon.QUOTE_RIGHT, "passages", "ask.passages", text);
        if (!model.isBlank()) {
            note.add(new Code("ollama pull " + model));
        }
        return note;
    }

    private static AnswerNote of(VaadinIcon icon, String kind, String key) {
        return new AnswerNote(icon, kind, key, I18NProvider.translate(key + ".hint"));
    }
}
