package io.opslore.assistant.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.opslore.assistant.Answer;
import io.opslore.assistant.AnswerId;
import io.opslore.assistant.Assistant;
import io.opslore.assistant.Conversation;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.Conversations;
import io.opslore.assistant.ModelWish;
import io.opslore.identity.Asker;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Toast;
import io.opslore.library.NotFound;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private final AskSurroundings around;
    private final Asker asker;
    private final boolean mayAsk;
    private final ModelChip model;
    private final ConversationShares shares;
    private final ConversationTools tools;
    private final CitationPanel citations;
    private final ConversationList list;
    private final Dialogue dialogue;
    private final TaskPicker task;
    private final LookingSwitch looking;
    private final QuickAsking quick;
    private final QuestionBox question;
    private final Refusals refusals;
    private final Following following;
    private @Nullable ConversationId conversation;
    private String title = "";

    AskView(
            Assistant assistant,
            Conversations conversations,
            AskSurroundings around,
            ConversationShares shares,
            SignedIn signedIn) {
        this.assistant = assistant;
        this.conversations = conversations;
        this.around = around;
        this.shares = shares;
        this.asker = signedIn.asker();
        this.mayAsk = signedIn.may(Permission.QUESTION_ASK);
        this.list =
                new ConversationList(
                        new ListActions(
                                conversations, asker, () -> conversation, this::refreshList));
        this.tools = new ConversationTools(shares, asker);
        this.model = new ModelChip(around.models(), around.tasks(), asker);
        this.task = new TaskPicker(model::show);
        this.following = new Following(assistant, asker, this::show);
        this.looking = new LookingSwitch(around.looking(), asker);
        this.quick = new QuickAsking(around, asker, this::isAsked);
        this.question = new QuestionBox(this::ask, following::stop, task, quick.menu(), looking);
        this.refusals = new Refusals(around.allowances(), asker);
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
        following.attach(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        following.detach();
    }

    private void layOut() {
        addClassName("ask-view");
        question.setVisible(mayAsk);
        Div centre = new Div(new AskBar(list::open, model, tools), dialogue, refusals, question);
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
        conversation = id;
        citations.close();
        task.show(id == null ? null : conversations.task(id, asker));
        quick.refresh(mayAsk);
        dialogue.show(answers);
        Map<AnswerId, Answer> compared = id == null ? Map.of() : around.comparisons().of(id, asker);
        compared.forEach(dialogue::compare);
        if (answers.isEmpty()) {
            dialogue.add(
                    mayAsk
                            ? new Welcome(around.spaces().readable(asker), this::ask)
                            : Welcome.notYours());
        }
        follow(
                Stream.concat(answers.stream(), compared.values().stream())
                        .filter(answer -> !answer.outcome().isFinal())
                        .reduce((earlier, later) -> later)
                        .orElse(null));
        question.focus();
    }

    private void ask(String text) {
        if (!isAsked(text, () -> looking.with(ModelWish.of(task.task())))) {
            question.giveBack(text);
        }
    }

    private boolean isAsked(String text, Supplier<ModelWish> wish) {
        Optional<Answer> begun =
                refusals.attempt(() -> assistant.ask(text, conversation, wish.get(), asker));
        begun.ifPresent(this::begun);
        return begun.isPresent();
    }

    private void begun(Answer answer) {
        boolean first = conversation == null;
        conversation = answer.conversation();
        dialogue.append(answer);
        started(answer);
        if (first) {
            list.close();
            UI.getCurrent().navigate(ConversationLink.to(answer.conversation()));
        }
    }

    private void started(Answer answer) {
        dialogue.update(answer);
        dialogue.toNewest();
        follow(answer);
    }

    private void follow(@Nullable Answer answer) {
        following.follow(answer);
        question.setRunning(following.isRunning());
    }

    private void show(Answer answer) {
        if (answer.conversation().equals(conversation)) {
            dialogue.update(answer);
            following.came(answer);
            question.setRunning(following.isRunning());
            if (answer.outcome().isFinal()) {
                refusals.refresh();
                refreshList();
            }
        }
    }

    private void refreshList() {
        list.show(conversations.list(list.sought(), asker), conversation);
        list.showShared(shares.withMe());
    }

    /** Asks again, by any model that is for this person. */
    private final class AskingAgain implements Again {

        @Override
        public void ask(Answer answer, @Nullable String by) {
            ModelWish wish = looking.with(new ModelWish(task.task(), by));
            refusals.attempt(() -> assistant.retry(answer.id(), wish, asker))
                    .ifPresent(AskView.this::started);
        }

        @Override
        public List<String> models() {
            return mayAsk ? around.tasks().allowed(asker) : List.of();
        }

        @Override
        public void compare(Answer answer, String by) {
            refusals.attempt(() -> around.comparisons().compare(answer.id(), by, asker))
                    .ifPresent(second -> {
                        dialogue.compare(answer.id(), second);
                        follow(second);
                    });
        }

        @Override
        public void keep(Answer answer) {
            try {
                around.comparisons().keep(answer.id(), asker);
                dialogue.keep(answer);
                follow(null);
            } catch (NotFound | IllegalArgumentException meanwhile) {
                Toast.failed(getTranslation("ask.compare.gone"));
            }
        }
    }
}
