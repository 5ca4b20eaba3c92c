package io.opslore.models;

import io.opslore.identity.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use a model.
 *
 * @param installed whether it is there
 * @param roles those that it is kept for; empty where it is for all
 */
public record ModelUse(String model, boolean installed, Optional<Set<Role>> roles) {}
