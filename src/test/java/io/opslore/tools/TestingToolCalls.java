package io.opslore.tools;

import io.opslore.guard.Masking;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The door to tools made by a test, as a portal keeps it. */
public final class TestingToolCalls {

    private TestingToolCalls() {}

    public static ToolCalls to(List<Tool> tools, ApplicationContext portal) {
        return new ToolCalls(
                tools,
                List.of(),
                portal.getBean(ToolSettings.class),
                portal.getBean(Masking.class),
                portal.getBean(ToolAudit.class),
                portal.getBean(Clock.class));
    }
}
