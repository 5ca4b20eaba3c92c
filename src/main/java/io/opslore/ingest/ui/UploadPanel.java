package io.opslore.ingest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadFileList;
import com.vaadin.flow.component.upload.UploadFileListI18N;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadHandler;
import io.opslore.kit.Toast;
import java.util.List;

/** Takes files by a button or dropped on it, and shows those that are on their way. */
final class UploadPanel extends Div {

    private final UploadManager manager;
    private final UploadFileList list;
    private final UploadButton button;

    UploadPanel(Component owner, UploadHandler handler, Component content) {
        manager = new UploadManager(owner, handler);
        list = new UploadFileList(manager);
        button = new UploadButton(getTranslation("upload.choose"), manager);
        layOut(content);
    }

    UploadButton button() {
        return button;
    }

    private void layOut(Component content) {
        addClassName("upload-panel");
        button.setIcon(new Icon(VaadinIcon.UPLOAD_ALT));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        list.addClassName("upload-list");
        list.setI18n(texts());
        manager.addFileRejectedListener(rejected ->
                Toast.failed(getTranslation("upload.rejected", rejected.getFileName())));
        UploadDropZone zone = new UploadDropZone(manager);
        Div inside = new Div(content, list);
        inside.addClassName("upload-inside");
        zone.setContent(inside);
        zone.getElement().setAttribute("data-drop-hint", getTranslation("upload.drop"));
        add(zone);
    }

    private UploadFileListI18N texts() {
        return new UploadFileListI18N()
                .setFile(
                        new UploadFileListI18N.File()
                                .setRetry(getTranslation("upload.retry"))
                                .setStart(getTranslation("upload.start"))
                                .setRemove(getTranslation("upload.remove")))
                .setUploading(
                        new UploadFileListI18N.Uploading()
                                .setStatus(
                                        new UploadFileListI18N.Uploading.Status()
                                                .setConnecting(getTranslation("upload.connecting"))
                                                .setStalled(getTranslation("upload.stalled"))
                                                .setProcessing(getTranslation("upload.processing"))
                                                .setHeld(getTranslation("upload.held")))
                                .setRemainingTime(
                                        new UploadFileListI18N.Uploading.RemainingTime()
                                                .setPrefix(getTranslation("upload.remaining"))
                                                .setUnknown(getTranslation("upload.unknown")))
                                .setError(
                                        new UploadFileListI18N.Uploading.UploadError()
                                                .setServerUnavailable(
                                                        getTranslation("upload.error.server"))
                                                .setUnexpectedServerError(
                                                        getTranslation("upload.error.refused"))
                                                .setForbidden(
                                                        getTranslation("upload.error.forbidden"))))
                .setUnits(
                        new UploadFileListI18N.Units(
                                List.of(getTranslation("upload.units").split(" "))));
    }
}
