package io.opslore.identity;

import java.util.UUID;

/** Identifies one account, for as long as the portal lives. */
public record AccountId(UUID value) {}
