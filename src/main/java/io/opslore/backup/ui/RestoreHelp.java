package io.opslore.backup.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.opslore.backup.Backup;
import io.opslore.backup.Remembered;
import io.opslore.kit.IconButton;

/** How to restore, which is not done in the browser: it replaces the portal that would do it. */
final class RestoreHelp extends Details {

    RestoreHelp(Backup newest) {
        addClassName("backup-restore");
        setSummaryText(getTranslation("backups.restore"));
        String command = "./opslore restore " + newest.where() + password(newest);
        Pre code = new Pre(command);
        IconButton copy = IconButton.copying(getTranslation("backups.restore.copy"));
        copy.setCopied(command);
        Div line = new Div(code, copy);
        line.addClassName("backup-command");
        add(new Paragraph(getTranslation("backups.restore.text")), line);
    }

    private static String password(Backup backup) {
        Remembered known = backup.known();
        return known != null && known.sealed() ? " --password-file <file>" : "";
    }
}
