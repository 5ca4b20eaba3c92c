package io.opslore.models.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.models.EmbeddingTask;
import io.opslore.models.ModelAccess;
import io.opslore.models.ModelCatalogue;
import io.opslore.models.Models;
import jakarta.annotation.security.RolesAllowed;

/** Which models are wanted for what, and for whom. Each part of it is a section of its own. */
@Route("admin/models")
@Menu(title = "Models", order = 44, icon = "vaadin:automation")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.MODEL_MANAGE)
class ModelsView extends Div implements HasDynamicTitle {

    private final TaskSection tasks;
    private final UseSection uses;

    ModelsView(
            ModelCatalogue catalogue,
            EmbeddingTask embedding,
            ModelAccess access,
            Models models,
            SignedIn signedIn) {
        tasks = new TaskSection(catalogue, embedding, signedIn.asker(), this::refresh);
        uses = new UseSection(access, signedIn.asker(), this::refresh);
        addClassNames("admin-page", "models-page");
        Div head = new Div(new H1(getTranslation("models.title")));
        head.addClassName("view-head");
        add(
                head,
                new Paragraph(getTranslation("models.hint")),
                new ServerNote(models),
                tasks,
                uses);
    }

    /** What is changed in one section shows in the other. */
    private void refresh() {
        tasks.refresh();
        uses.refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("models.title") + " · OpsLore";
    }
}
