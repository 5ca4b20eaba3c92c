package io.opslore.standalone;

import io.opslore.connections.UnfitSetting;
import io.opslore.tools.ToolsAlone;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A role that is named too late, in a file of settings, would start a portal in its place. */
@Component
@Profile(ToolsAlone.NOT_THEN)
class RoleCheck {

    RoleCheck(RoleSettings settings) {
        if (settings.role() != Role.PORTAL) {
            throw new UnfitSetting(
                    "opslore.role",
                    "stands in a file, where it is read too late.",
                    "Set OPSLORE_ROLE in the environment, or give --opslore.role=… at start.");
        }
    }
}
