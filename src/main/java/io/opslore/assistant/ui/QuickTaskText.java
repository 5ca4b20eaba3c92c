package io.opslore.assistant.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.assistant.lookup.PastedKind;
import io.opslore.assistant.quick.QuickTask;
import java.util.Objects;

/** Quick tasks in the reader's language, unless somebody has said how they read. */
final class QuickTaskText {

    private QuickTaskText() {}

    static String title(QuickTask task) {
        return Objects.requireNonNullElseGet(task.title(), () -> own(task, "title"));
    }

    static String prompt(QuickTask task) {
        return Objects.requireNonNullElseGet(task.prompt(), () -> own(task, "prompt"));
    }

    /** The label of a blank; its name where nobody has written one. */
    static String blank(String name) {
        String key = "quick.blank." + name;
        String text = I18NProvider.translate(key);
        return text.contains(key) ? name : text;
    }

    /** What is pasted. */
    static String pasted(PastedKind kind) {
        return I18NProvider.translate("quick.pasted." + kind.key());
    }

    private static String own(QuickTask task, String part) {
        return I18NProvider.translate("quick." + task.key() + "." + part);
    }
}
