package io.opslore.assistant.ui;

import com.vaadin.flow.component.UI;
import io.opslore.assistant.Conversation;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.Conversations;
import io.opslore.identity.Asker;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to conversations, for the list, which knows no service.
 *
 * @param open the conversation that is shown
 * @param refresh shows the list as it is now
 */
record ListActions(
        Conversations conversations,
        Asker asker,
        Supplier<@Nullable ConversationId> open,
        Runnable refresh)
        implements ConversationList.Actions {

    @Override
    public void search() {
        refresh.run();
    }

    @Override
    public void startNew() {
        UI.getCurrent().navigate(AskView.class);
    }

    @Override
    public void rename(Conversation renamed, String title) {
        conversations.rename(renamed.id(), title, asker);
        refresh.run();
    }

    @Override
    public void delete(Conversation deleted) {
        conversations.delete(deleted.id(), asker);
        if (deleted.id().equals(open.get())) {
            startNew();
        }
        refresh.run();
    }
}
