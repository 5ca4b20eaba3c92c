package io.opslore.assistant.ui;

import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.opslore.assistant.ConversationId;

/** Where a conversation is found. */
final class ConversationLink {

    static final String CONVERSATION = "conversation";

    private ConversationLink() {}

    static RouteParameters to(ConversationId conversation) {
        return new RouteParameters(new RouteParam(CONVERSATION, conversation.value().toString()));
    }
}
