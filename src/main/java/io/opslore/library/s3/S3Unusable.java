package io.opslore.library.s3;

/** The bucket cannot be used as it is set; the message says why, and names the setting. */
public class S3Unusable extends RuntimeException {

    private final String setting;

    S3Unusable(String setting, String reason) {
        super(reason);
        this.setting = setting;
    }

    /** What is to be looked at, below {@code opslore.library.s3}. */
    public String setting() {
        return "opslore.library.s3." + setting;
    }
}
