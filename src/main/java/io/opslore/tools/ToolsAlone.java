package io.opslore.tools;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opslore.audit.AuditSettings;
import io.opslore.connections.Connections;
import io.opslore.guard.Masking;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** The door to tools, for a process without a database: to be imported by its context. */
@EnableConfigurationProperties({ToolSettings.class, AuditSettings.class})
public class ToolsAlone {

    /** The profile of such a process. */
    public static final String PROFILE = "mcp";

    /** For tools that need what only a portal has. */
    public static final String NOT_THEN = "!" + PROFILE;

    @Bean
    ChosenSource chosenSource(Connections connections) {
        return new ChosenSource(connections);
    }

    @Bean
    ToolCalls toolCalls(
            List<Tool> tools,
            List<MoreTools> more,
            ToolSettings settings,
            Masking masking,
            ToolAudit audit,
            Clock clock) {
        return new ToolCalls(tools, more, settings, masking, audit, clock);
    }

    @Bean
    ToolAudit toolAudit(
            ApplicationEventPublisher events,
            AuditSettings settings,
            Masking masking,
            List<Tool> tools) {
        return new ToolAudit(events, settings, masking, new SimpleMeterRegistry(), tools);
    }
}
