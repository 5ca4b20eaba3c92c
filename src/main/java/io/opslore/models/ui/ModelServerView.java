package io.opslore.models.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.kit.FileSize;
import io.opslore.models.ServerModels;
import io.opslore.models.ServerOverview;
import io.opslore.models.ServerOverview.Answering;
import io.opslore.models.ServerOverview.Silent;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** What the model server holds: in memory, on its way, on disk. */
@Route("admin/model-server")
@Menu(title = "Server", order = 45, icon = "vaadin:server")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.MODEL_MANAGE)
class ModelServerView extends Div implements HasDynamicTitle {

    private final ServerModels models;
    private final SignedIn signedIn;
    private final Div facts = new Div();
    private final Div silent = new Div();
    private final ProgressBar looking = new ProgressBar();
    private final LoadedModels loaded;
    private final PullPanel pulls;
    private final StoredModels stored;
    private Runnable subscription = () -> {};
    private @Nullable ServerOverview shown;

    ModelServerView(ServerModels models, SignedIn signedIn) {
        this.models = models;
        this.signedIn = signedIn;
        var actions = new ModelActions(models, signedIn, this::look);
        this.loaded = new LoadedModels(actions);
        this.pulls = new PullPanel(actions);
        this.stored = new StoredModels(actions);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("server.title") + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        Asker asker = signedIn.asker();
        // The server may be slow to answer: never on the page's own thread.
        Runnable look =
                () -> {
                    ServerOverview overview = models.overview(asker);
                    ui.access(() -> show(overview));
                };
        subscription = models.subscribe(asker, look);
        Thread.ofVirtual().name("server-look").start(look);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        subscription.run();
    }

    private void layOut() {
        addClassNames("admin-page", "server-view");
        Div head = new Div(new H1(getTranslation("server.title")));
        head.addClassName("view-head");
        facts.addClassName("facts");
        looking.setIndeterminate(true);
        looking.getElement().setAttribute("aria-label", getTranslation("server.looking"));
        loaded.setVisible(false);
        pulls.setVisible(false);
        stored.setVisible(false);
        add(head, facts, looking, silent, loaded, pulls, stored);
    }

    /** After something that was done here; what it changed comes back by the subscription too. */
    private void look() {
        show(models.overview(signedIn.asker()));
    }

    private void show(ServerOverview overview) {
        if (overview.equals(shown)) {
            return;
        }
        shown = overview;
        looking.setVisible(false);
        boolean answers = overview.state() instanceof Answering;
        loaded.setVisible(answers);
        pulls.setVisible(answers);
        stored.setVisible(answers);
        silent.removeAll();
        facts.removeAll();
        facts.add(new Span(overview.baseUrl()));
        switch (overview.state()) {
            case Answering answering -> show(overview, answering);
            case Silent silence -> show(overview, silence);
        }
    }

    private void show(ServerOverview overview, Answering server) {
        facts.add(
                new Span("Ollama " + server.version()),
                new Span(
                        getTranslation(
                                "server.stored.sum",
                                server.stored().size(),
                                FileSize.text(server.bytesStored()))));
        loaded.show(server.loaded(), overview.warmUps());
        pulls.show(overview.pulls());
        stored.show(server.stored(), overview);
    }

    private void show(ServerOverview overview, Silent silence) {
        silent.add(
                new EmptyState(
                        VaadinIcon.SERVER,
                        getTranslation("server.silent"),
                        getTranslation("server.silent.hint", overview.baseUrl(), silence.said())));
    }
}
