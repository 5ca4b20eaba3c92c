package io.opslore.upgrades;

import java.util.List;

/**
 * What a room has to say before an upgrade. Found by {@code META-INF/spring.factories} and made
 * without arguments: the database may be of an earlier version, so no room is there yet. Only
 * looks; a table or column that it asks for may not be there.
 */
public interface UpgradePart {

    /** In the order in which people should read it. */
    List<UpgradeFinding> findings(UpgradeLook look);
}
