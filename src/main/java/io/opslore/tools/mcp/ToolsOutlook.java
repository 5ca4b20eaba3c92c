package io.opslore.tools.mcp;

import io.opslore.upgrades.UpgradeFinding;
import io.opslore.upgrades.UpgradeLook;
import io.opslore.upgrades.UpgradePart;
import java.util.List;

/** Which version of the tools' schemas MCP clients will meet. */
class ToolsOutlook implements UpgradePart {

    @Override
    public List<UpgradeFinding> findings(UpgradeLook look) {
        return List.of(
                UpgradeFinding.fine(
                        "tools",
                        "MCP clients meet version %s of the tools' schemas; they see it in each tool's _meta as %s."
                                .formatted(ToolSchemas.VERSION, ToolSchemas.KEY)));
    }
}
