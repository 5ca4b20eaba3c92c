package io.opslore.assistant.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.opslore.assistant.Answer;
import io.opslore.assistant.Assistant;
import io.opslore.assistant.Conversation;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.Conversations;
import io.opslore.assistant.ModelRefused;
import io.opslore.assistant.ModelWish;
import io.opslore.assistant.QuestionTooLong;
import io.opslore.guard.LimitReached;
import io.opslore.guard.QuestionBlocked;
import io.opslore.guard.ui.LimitHint;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.kit.Toast;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asking: conversations at the left, the dialogue in the middle, the cited source at the right. The
 * address holds the conversation.
 */
@Route("")
@RouteAlias(ConversationLink.ROUTE)
@Menu(title = "Ask", order = 1, icon = "vaadin:comment-ellipsis-o")
@RolesAllowed(SignedIn.USER)
class AskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Assistant assistant;
    private final Conversations conversations;
    private final Supplier<List<Space>> readable;
    private final Supplier<List<String>> allowed;
    private final Asker asker;
    private final boolean mayAsk;
    private final ModelChip model;
    private final ConversationShares shares;
    private final ConversationTools tools;
    private final CitationPanel citations;
    private final ConversationList list = new ConversationList(new ListActions());
    private final Dialogue dialogue;
    private final TaskPicker task;
    private final QuestionBox question;
    private final LimitHint hint;
    private final QuestionHint refusal = new QuestionHint();
    private @Nullable ConversationId conversation;
    private @Nullable Answer running;
    private Runnable following = () -> {};
    private String title = "";

    AskView(
            Assistant assistant,
            Conversations conversations,
            AskSurroundings around,
            ConversationShares shares,
            SignedIn signedIn) {
        this.assistant = assistant;
        this.conversations = conversations;
        this.shares = shares;
        this.asker = signedIn.asker();
        this.mayAsk = signedIn.may(Permission.QUESTION_ASK);
        this.tools = new ConversationTools(shares, asker);
        this.readable = () -> around.spaces().readable(asker);
        this.model = new ModelChip(around.models(), around.tasks(), asker);
        this.task = new TaskPicker(model::show);
        this.question = new QuestionBox(this::ask, this::stop, task);
        this.allowed = () -> around.tasks().allowed(asker);
        this.hint = new LimitHint(around.allowances(), asker);
        SourceLookup lookup = new ReaderSources(around.sources(), asker);
        this.citations = new CitationPanel(lookup);
        this.dialogue =
                new Dialogue(citations::show, new AskingAgain(), around.models()::status, lookup);
        layOut();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get(ConversationLink.CONVERSATION).orElse("");
        try {
            enter(id.isEmpty() ? null : new ConversationId(UUID.fromString(id)));
        } catch (NotFound | IllegalArgumentException notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return (title.isEmpty() ? getTranslation("ask.title") : title) + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        follow(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        following.run();
        following = () -> {};
    }

    private void layOut() {
        addClassName("ask-view");
        question.setVisible(mayAsk);
        Div centre =
                new Div(new AskBar(list::open, model, tools), dialogue, hint, refusal, question);
        centre.addClassName("ask-centre");
        add(list, centre, citations);
    }

    /** The address changes when a first question is asked; what is shown then stays. */
    private void enter(@Nullable ConversationId id) {
        boolean shown = id != null && id.equals(conversation);
        if (!shown) {
            show(id, id == null ? List.of() : conversations.answers(id, asker));
        }
        Conversation entered = id == null ? null : conversations.conversation(id, asker);
        title = entered == null ? "" : entered.title();
        tools.show(entered);
        refreshList();
    }

    private void show(@Nullable ConversationId id, List<Answer> answers) {
        following.run();
        conversation = id;
        citations.close();
        task.show(id == null ? null : conversations.task(id, asker));
        dialogue.show(answers);
        if (answers.isEmpty()) {
            dialogue.add(mayAsk ? new Welcome(readable.get(), this::ask) : notYours());
        }
        progress(answers.isEmpty() ? null : answers.getLast());
        getUI().ifPresent(this::follow);
        question.focus();
    }

    private EmptyState notYours() {
        return new EmptyState(
                VaadinIcon.LOCK,
                getTranslation("ask.notYours"),
                getTranslation("ask.notYours.hint"));
    }

    private void ask(String text) {
        try {
            Answer answer = assistant.ask(text, conversation, ModelWish.of(task.task()), asker);
            boolean first = conversation == null;
            conversation = answer.conversation();
            dialogue.append(answer);
            started(answer);
            if (first) {
                list.close();
                UI.getCurrent().navigate(ConversationLink.to(answer.conversation()));
            }
        } catch (LimitReached refused) {
            question.giveBack(text);
            hint.refused(refused.refusal());
        } catch (QuestionTooLong refused) {
            question.giveBack(text);
            refusal.tooLong(refused);
        } catch (QuestionBlocked refused) {
            question.giveBack(text);
            refusal.blocked(refused);
        } catch (NotFound | NotAllowed | IllegalArgumentException refused) {
            question.giveBack(text);
            Toast.failed(getTranslation("ask.refused"));
        }
    }

    private void retry(Answer answer, @Nullable String by) {
        try {
            started(assistant.retry(answer.id(), new ModelWish(task.task(), by), asker));
        } catch (ModelRefused refused) {
            Toast.failed(getTranslation("ask.model.refused", refused.model()));
        } catch (LimitReached refused) {
            hint.refused(refused.refusal());
        } catch (QuestionTooLong refused) {
            refusal.tooLong(refused);
        } catch (QuestionBlocked refused) {
            refusal.blocked(refused);
        }
    }

    private void stop() {
        Answer answer = running;
        if (answer != null) {
            assistant.stop(answer.id(), asker);
        }
    }

    private void started(Answer answer) {
        following.run();
        hint.refresh();
        refusal.clear();
        dialogue.update(answer);
        dialogue.toNewest();
        progress(answer);
        getUI().ifPresent(this::follow);
    }

    private void follow(UI ui) {
        Answer answer = running;
        if (answer != null) {
            following.run();
            following =
                    assistant.follow(
                            answer.id(),
                            asker,
                            ui.accessLater((Answer it) -> show(it), () -> {})::accept);
        }
    }

    private void show(Answer answer) {
        if (answer.conversation().equals(conversation)) {
            dialogue.update(answer);
            progress(answer);
            if (answer.outcome().isFinal()) {
                hint.refresh();
                refreshList();
            }
        }
    }

    private void progress(@Nullable Answer latest) {
        running = latest == null || latest.outcome().isFinal() ? null : latest;
        question.setRunning(running != null);
    }

    private void refreshList() {
        list.show(conversations.list(list.sought(), asker), conversation);
        list.showShared(shares.withMe());
    }

    /** Asks again, by any model that is for this person. */
    private final class AskingAgain implements Again {

        @Override
        public void ask(Answer answer, @Nullable String by) {
            retry(answer, by);
        }

        @Override
        public List<String> models() {
            return mayAsk ? allowed.get() : List.of();
        }
    }

    /** What can be done to conversations, for the list, which knows no service. */
    private final class ListActions implements ConversationList.Actions {

        @Override
        public void search() {
            refreshList();
        }

        @Override
        public void startNew() {
            UI.getCurrent().navigate(AskView.class);
        }

        @Override
        public void rename(Conversation renamed, String title) {
            conversations.rename(renamed.id(), title, asker);
            refreshList();
        }

        @Override
        public void delete(Conversation deleted) {
            conversations.delete(deleted.id(), asker);
            if (deleted.id().equals(conversation)) {
                startNew();
            }
            refreshList();
        }
    }
}
