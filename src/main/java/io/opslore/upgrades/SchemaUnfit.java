package io.opslore.upgrades;

/** The database has a schema that this version of the portal must not work on. */
class SchemaUnfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String advice;

    SchemaUnfit(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }

    static SchemaUnfit newer(SchemaState state) {
        return new SchemaUnfit(
                "The database was used by a newer OpsLore: this one does not know %s"
                        .formatted(String.join(", ", state.unknown())),
                "Start that version or a newer one. To go back to this one, restore a backup that"
                        + " was made before the upgrade; see docs/upgrade.md.");
    }

    static SchemaUnfit changed(SchemaState state) {
        return new SchemaUnfit(
                "The database was made by other migrations than this OpsLore has: %s"
                        .formatted(String.join(", ", state.changed())),
                "Start the version that the database was used with, and upgrade to a released"
                        + " one from there; see docs/upgrade.md.");
    }
}
