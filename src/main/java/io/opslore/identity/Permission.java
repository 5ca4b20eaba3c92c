package io.opslore.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * One thing that a role may let its holders do. Where {@link #isInSpace}, it is granted space by
 * space; the others hold everywhere. Stored and shown by {@link #key}.
 */
public enum Permission {
    /** Open documents, and find them in search and answers. */
    DOCUMENT_READ("document:read", true),
    /** Upload, describe, restore and put documents into the bin. */
    DOCUMENT_WRITE("document:write", true),
    /** Remove documents in the bin for good. */
    DOCUMENT_PURGE("document:purge", true),
    /** Take the original bytes along, secrets and all; everybody else gets the masked text. */
    DOCUMENT_ORIGINAL("document:original", true),
    /** Say who may see the space and narrow who may see a document; sees all of the space. */
    SPACE_MANAGE("space:manage", true),
    /** Ask the assistant. */
    QUESTION_ASK("question:ask", false),
    /** Let others read one's conversations, and take them along as a file. */
    CONVERSATION_SHARE("conversation:share", false),
    /** Make spaces. */
    SPACE_CREATE("space:create", false),
    /** Do in every space what the role that holds this allows, granted or not. */
    SPACE_ALL("space:all", false),
    /** Manage accounts, groups, sessions and other people's tokens. */
    USER_MANAGE("user:manage", false),
    /** Manage roles. */
    ROLE_MANAGE("role:manage", false),
    /** Set limits. */
    LIMIT_MANAGE("limit:manage", false),
    /** See what everybody used. */
    USAGE_READ("usage:read", false),
    /** Say what is a secret and what is none. */
    MASKING_MANAGE("masking:manage", false),
    /** Say which questions are refused, warned of or noted. */
    FILTER_MANAGE("filter:manage", false),
    /** Manage where people sign in. */
    PROVIDER_MANAGE("provider:manage", false),
    /** Read the audit log and the answer ledger. */
    AUDIT_READ("audit:read", false),
    /** Rebuild the search index. */
    INDEX_MANAGE("index:manage", false),
    /** Compare and repair the stores. */
    STORE_VERIFY("store:verify", false),
    /** Say which language models answer, and fetch, warm and remove them. */
    MODEL_MANAGE("model:manage", false),
    /** Say which servers outside the portal looks into, and what it brings in from them. */
    CONNECTION_MANAGE("connection:manage", false),
    /** See how the portal does: health, numbers, and what is wrong. */
    OPERATIONS_READ("operations:read", false),
    /** See how good search and answers were measured to be. */
    QUALITY_READ("quality:read", false);

    private final String key;
    private final boolean inSpace;

    Permission(String key, boolean inSpace) {
        this.key = key;
        this.inSpace = inSpace;
    }

    /** A verb on a thing, for people and the database. */
    public String key() {
        return key;
    }

    /** Whether it is granted space by space. */
    public boolean isInSpace() {
        return inSpace;
    }

    /** The permission with this key; empty for one that an older or newer portal knew. */
    public static Optional<Permission> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
    }
}
