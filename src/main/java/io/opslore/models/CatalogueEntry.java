package io.opslore.models;

import io.opslore.identity.Role;
import java.util.Optional;
import java.util.Set;

/**
 * A task as its admin sees it.
 *
 * @param own whether somebody has changed it; otherwise it is as the portal comes
 * @param overruled whether a setting names its model, so that it cannot be chosen here
 * @param installed whether the wanted model is there
 * @param roles those that the wanted model is kept for; empty where it is for all
 * @param inForce what works on it for those who may use every model
 */
public record CatalogueEntry(
        TaskSetup setup,
        boolean own,
        boolean overruled,
        boolean installed,
        Optional<Set<Role>> roles,
        TaskModel inForce) {}
