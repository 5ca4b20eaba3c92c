package io.opslore.assistant;

import java.util.List;
import java.util.UUID;

/**
 * What the ledger keeps of one plan.
 *
 * @param rules with the tools and what they could look into
 * @param earlier answers whose questions were told
 * @param spaces whose readers may know all of it
 * @param said by the model, without secrets; empty where it did not say anything in time
 * @param sha256 of what it was sent
 */
record PlanRow(
        UUID answer,
        int round,
        String model,
        String rules,
        List<UUID> earlier,
        List<FoundPart> found,
        List<UUID> spaces,
        String said,
        String sha256) {}
