package io.opslore.backup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opslore.backup.Backup;
import io.opslore.backup.Remembered;
import io.opslore.kit.FileSize;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Backups as cards, the newest first. */
final class BackupCards extends Div {

    private final List<Button> buttons = new ArrayList<>();

    BackupCards(List<Backup> backups, Consumer<Backup> verify) {
        addClassName("backup-cards");
        backups.forEach(backup -> add(card(backup, verify)));
    }

    /** While one is made or verified, nothing else is. */
    void setBusy(boolean busy) {
        buttons.forEach(button -> button.setEnabled(!busy));
    }

    private Div card(Backup backup, Consumer<Backup> verify) {
        Span name = new Span(backup.name());
        name.addClassName("path");
        Div facts = new Div(new TimeText(backup.at()), new Span(FileSize.text(backup.bytes())));
        facts.addClassName("facts");
        Remembered known = backup.known();
        if (known != null) {
            facts.add(
                    new Span(
                            known.base() == null
                                    ? getTranslation("backups.whole")
                                    : getTranslation("backups.buildsOn", known.base())));
        }
        Div text = new Div(name, facts);
        text.addClassName("backup-text");
        Div badges = new Div(state(known));
        badges.addClassName("backup-badges");
        if (known != null) {
            badges.add(sealed(known));
        }
        Button button =
                new Button(getTranslation("backups.verify"), click -> verify.accept(backup));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("backups.verify.this", backup.name()));
        buttons.add(button);
        Div card = new Div(text, badges, button);
        card.addClassName("backup-card");
        if (known != null && !known.fault().isEmpty()) {
            Span fault = new Span(known.fault());
            fault.addClassName("backup-fault");
            text.add(fault);
        }
        return card;
    }

    private StateBadge state(@org.jspecify.annotations.Nullable Remembered known) {
        if (known == null || known.verifiedAt() == null) {
            return new StateBadge(Tone.QUIET, getTranslation("backups.state.never"));
        }
        if (!known.fault().isEmpty()) {
            return new StateBadge(Tone.BAD, getTranslation("backups.state.damaged"));
        }
        return known.lacking() > 0
                ? new StateBadge(
                        Tone.WARNING, getTranslation("backups.state.lacking", known.lacking()))
                : new StateBadge(Tone.GOOD, getTranslation("backups.state.verified"));
    }

    private StateBadge sealed(Remembered known) {
        if (known.sealed()) {
            return new StateBadge(Tone.GOOD, getTranslation("backups.sealed"));
        }
        return new StateBadge(
                Tone.WARNING, getTranslation(known.key() ? "backups.open.key" : "backups.open"));
    }
}
