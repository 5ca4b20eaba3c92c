package io.opslore.models.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.models.GpuLook;
import io.opslore.models.GpuState;
import io.opslore.models.Gpus;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;

/** What the graphics cards do now and did in the last day, and what is too high. */
@Route("admin/gpu")
@Menu(title = "GPU", order = 47, icon = "vaadin:dashboard")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.MODEL_MANAGE)
class GpuView extends Div implements HasDynamicTitle {

    private final Gpus gpus;
    private final Asker asker;
    private final Div content = new Div();
    private Runnable subscription = () -> {};

    GpuView(Gpus gpus, SignedIn signedIn) {
        this.gpus = gpus;
        this.asker = signedIn.asker();
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("gpu.title") + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        subscription = gpus.onChange(attached.getUI().accessLater(this::show, () -> {})::run);
        show();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        subscription.run();
    }

    private void layOut() {
        addClassName("admin-page");
        Div head = new Div(new H1(getTranslation("gpu.title")));
        head.addClassName("view-head");
        content.addClassName("gpus");
        add(head, new Paragraph(getTranslation("gpu.hint")), content);
    }

    private void show() {
        GpuState state = gpus.state(asker);
        List<Component> shown =
                switch (state.look()) {
                    case GpuLook.Seen seen -> seen(state, seen);
                    case GpuLook.None none -> List.of(empty("gpu.none", state.source()));
                    case GpuLook.Failed failed ->
                            List.of(empty("gpu.failed", state.source(), failed.why()));
                };
        content.removeAll();
        content.add(shown);
    }

    private static List<Component> seen(GpuState state, GpuLook.Seen seen) {
        return Stream.<Component>concat(
                        state.alerts().stream().map(GpuAlertNote::new),
                        seen.gpus().stream()
                                .map(gpu ->
                                        new GpuCard(
                                                gpu,
                                                state.history().getOrDefault(gpu.id(), List.of()))))
                .toList();
    }

    private EmptyState empty(String key, Object... values) {
        return new EmptyState(
                VaadinIcon.DASHBOARD, getTranslation(key), getTranslation(key + ".hint", values));
    }
}
