package io.opslore.standalone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param role what the process is; see {@link Role#of}
 */
@ConfigurationProperties("opslore")
record RoleSettings(@DefaultValue("portal") Role role) {}
