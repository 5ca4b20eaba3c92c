package io.opslore.models;

/**
 * A task as its admin sees it.
 *
 * @param own whether somebody has changed it; otherwise it is as the portal comes
 * @param overruled whether a setting names its model, so that it cannot be chosen here
 * @param installed whether the wanted model is there
 * @param inForce what works on it for those who may use every model
 */
public record CatalogueEntry(
        TaskSetup setup, boolean own, boolean overruled, boolean installed, TaskModel inForce) {}
