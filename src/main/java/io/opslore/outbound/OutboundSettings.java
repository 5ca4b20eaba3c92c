package io.opslore.outbound;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may be reached at addresses that people enter, or that what they entered names.
 *
 * @param deniedNetworks networks denied besides those that always are, such as {@code 10.0.0.0/8}
 * @param allowedHosts exceptions to both, each a host and port exactly as it stands in the address
 * @param connect the longest wait for a connection
 * @param whole the longest time from the first look at an address to the end of its answer
 * @param maxAnswer the most bytes of an answer, headers and all
 * @param sslBundle what such servers are known by; empty for what Java trusts
 */
@Validated
@ConfigurationProperties("opslore.outbound")
record OutboundSettings(
        @DefaultValue @NotNull List<String> deniedNetworks,
        @DefaultValue @NotNull Set<String> allowedHosts,
        @DefaultValue("5s") @NotNull @DurationMin(millis = 10) @DurationMax(minutes = 1)
                Duration connect,
        @DefaultValue("30s") @NotNull @DurationMin(millis = 10) @DurationMax(minutes = 10)
                Duration whole,
        @DefaultValue("2MB") @NotNull DataSize maxAnswer,
        @DefaultValue("") @NotNull String sslBundle) {

    OutboundSettings {
        deniedNetworks.forEach(Network::of);
        allowedHosts = allowedHosts.stream().map(HostPort::of).collect(Collectors.toSet());
    }
}
