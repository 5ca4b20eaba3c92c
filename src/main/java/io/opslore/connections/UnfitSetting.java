package io.opslore.connections;

/** A setting cannot be meant, and the process does not start. */
public class UnfitSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param setting its whole name
     * @param reason what is wrong with it
     * @param action what to do
     */
    public UnfitSetting(String setting, String reason, String action) {
        super(setting + " " + reason);
        this.action = action;
    }

    /** What to do. */
    public String action() {
        return action;
    }
}
