package io.opslore.assistant.ui;

import io.opslore.assistant.ConversationId;

/** Where a conversation is found. */
final class ConversationLink {

    static final String ROUTE = "ask/:conversation?";
    static final String CONVERSATION = "conversation";

    private ConversationLink() {}

    /**
     * Written out, because a view with two routes has its address made from the first one, which
     * here is the one without a conversation.
     */
    static String to(ConversationId conversation) {
        return "ask/" + conversation.value();
    }
}
