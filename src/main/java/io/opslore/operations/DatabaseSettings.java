package io.opslore.operations;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param url of a PostgreSQL of the operator's own; empty for the embedded one
 * @param sslBundle what that server is known by; empty for what the URL says
 */
@Validated
@ConfigurationProperties("opslore.database")
record DatabaseSettings(
        @DefaultValue("")
                @Pattern(
                        regexp = "(jdbc:postgresql:.+)?",
                        message = "must look like jdbc:postgresql://host:5432/opslore")
                String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String sslBundle) {

    /** Does not show the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + url + "]";
    }
}
