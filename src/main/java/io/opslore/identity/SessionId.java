package io.opslore.identity;

import java.io.Serializable;
import java.util.UUID;

/** Identifies one sign-in of one person in one browser, until it is ended. */
public record SessionId(UUID value) implements Serializable {}
