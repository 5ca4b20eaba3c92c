package io.opslore.ingest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.Rubbish;
import io.opslore.kit.Toast;
import io.opslore.library.SpaceId;
import java.util.List;

/**
 * Takes files and folders by two buttons or dropped on it. The browser's script sends them, so that
 * it goes on when the person leaves for another view.
 */
final class UploadZone extends Div {

    private final SpaceId space;
    private final Rules rules;
    private final Button files = new Button(new Icon(VaadinIcon.UPLOAD_ALT));
    private final Button folder = new Button(new Icon(VaadinIcon.FOLDER_ADD));

    UploadZone(SpaceId space, IngestSettings settings, Component content) {
        this.space = space;
        rules =
                new Rules(
                        Rubbish.FOLDERS,
                        Rubbish.FILES,
                        Rubbish.PREFIXES,
                        settings.maxFileSize().toBytes(),
                        settings.archive().maxSize().toBytes());
        layOut(content);
    }

    Div buttons() {
        Div buttons = new Div(folder, files);
        buttons.addClassName("upload-buttons");
        return buttons;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://bulk.js");
        getElement()
                .executeJs(
                        "window.opsloreBulk.attach(this, $0, $1, $2, $3)",
                        space.value().toString(),
                        rules,
                        files.getElement(),
                        folder.getElement());
    }

    private void layOut(Component content) {
        addClassName("upload-zone");
        files.setText(getTranslation("upload.choose"));
        files.addThemeVariants(ButtonVariant.PRIMARY);
        folder.setText(getTranslation("upload.chooseFolder"));
        getElement().setAttribute("data-drop-hint", getTranslation("upload.drop"));
        getElement()
                .addEventListener(
                        "not-begun", event -> Toast.failed(getTranslation("upload.notBegun")));
        add(content);
    }

    /** What the script need not send. */
    record Rules(
            List<String> folders,
            List<String> files,
            List<String> prefixes,
            long maxFile,
            long maxArchive) {}
}
