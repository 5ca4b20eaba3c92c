package io.opslore.models;

import java.util.List;
import java.util.Map;

/**
 * The graphics cards as of the last look.
 *
 * @param source where was looked
 * @param history of each card by its id, the oldest first, of the last day at most
 */
public record GpuState(
        String source, GpuLook look, Map<String, List<GpuSample>> history, List<GpuAlert> alerts) {}
