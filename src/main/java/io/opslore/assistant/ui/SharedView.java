package io.opslore.assistant.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.opslore.assistant.Answer;
import io.opslore.assistant.CitedSources;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.SharedConversations;
import io.opslore.assistant.SharedWith;
import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.library.NotFound;
import io.opslore.models.Models;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody else's conversation, to read; it closes by itself when it is not shared any more. */
@Route(SharedView.ROUTE + ":" + SharedView.CONVERSATION)
@RolesAllowed(SignedIn.USER)
class SharedView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "shared/";
    static final String CONVERSATION = "conversation";

    private final SharedConversations shared;
    private final Models models;
    private final Asker reader;
    private final CitationPanel citations;
    private final SourceLookup lookup;
    private @Nullable SharedWith conversation;
    private Runnable following = () -> {};

    SharedView(SharedConversations shared, CitedSources sources, Models models, SignedIn signedIn) {
        this.shared = shared;
        this.models = models;
        this.reader = signedIn.asker();
        this.lookup = new ReaderSources(sources, reader);
        this.citations = new CitationPanel(lookup);
        addClassNames("ask-view", "shared-view");
    }

    static String address(ConversationId conversation) {
        return ROUTE + conversation.value();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get(CONVERSATION).orElse("");
        try {
            SharedWith found = shared.conversation(new ConversationId(UUID.fromString(id)), reader);
            conversation = found;
            show(found, shared.answers(found.id(), reader));
        } catch (NotFound | IllegalArgumentException notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return (conversation == null ? "" : conversation.title()) + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        SharedWith followed = conversation;
        if (followed != null) {
            following =
                    shared.follow(
                            followed.id(),
                            reader,
                            attached.getUI()
                                            .accessLater(
                                                    (Optional<List<Answer>> now) ->
                                                            show(followed, now),
                                                    () -> {})
                                    ::accept);
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        following.run();
    }

    private void show(SharedWith followed, Optional<List<Answer>> now) {
        now.ifPresentOrElse(answers -> show(followed, answers), this::close);
    }

    private void show(SharedWith found, List<Answer> answers) {
        H1 title = new H1(found.title());
        title.setTitle(found.title());
        Paragraph by = new Paragraph(getTranslation("share.by", found.owner()));
        by.addClassName("secondary");
        Div head = new Div(title, by);
        head.addClassName("shared-head");
        Dialogue dialogue = Dialogue.toRead(citations::show, models::status, lookup);
        dialogue.show(answers);
        Div centre = new Div(head, dialogue);
        centre.addClassName("ask-centre");
        removeAll();
        add(centre, citations);
    }

    private void close() {
        removeAll();
        add(
                new EmptyState(
                        VaadinIcon.LOCK,
                        getTranslation("share.over"),
                        getTranslation("share.over.hint")));
    }
}
