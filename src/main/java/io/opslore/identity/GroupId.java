package io.opslore.identity;

import java.util.UUID;

/** Identifies one group, for as long as the portal lives. */
public record GroupId(UUID value) {}
