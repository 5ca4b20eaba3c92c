package io.opslore.guard;

import io.opslore.identity.AccountId;

/**
 * What one person used.
 *
 * @param name the username; the account's id where the account is gone
 */
public record UsedBy(AccountId account, String name, Used used) {

    /** By what such rows are sorted. */
    public enum SortedBy {
        NAME("name"),
        REQUESTS("requests"),
        REFUSALS("refusals"),
        PROMPT_TOKENS("prompt_tokens"),
        ANSWER_TOKENS("answer_tokens"),
        UPLOADS("uploads"),
        UPLOADED_BYTES("uploaded_bytes");

        private final String column;

        SortedBy(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
