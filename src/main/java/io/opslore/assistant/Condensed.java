package io.opslore.assistant;

import java.util.List;

/**
 * A question that can be searched for without knowing the conversation.
 *
 * @param searches what to search for, the likeliest first
 */
record Condensed(Asked asked, List<String> searches) {}
