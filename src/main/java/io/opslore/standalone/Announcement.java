package io.opslore.standalone;

import io.opslore.tools.ToolCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Says that the server is there, and for what. */
class Announcement {

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    private final RoleSettings settings;
    private final ToolCalls calls;

    Announcement(RoleSettings settings, ToolCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    @EventListener
    void say(ServletWebServerInitializedEvent started) {
        log.info(
                "The MCP server for {} is running at http://localhost:{} with {} tools at /mcp",
                settings.role().about(),
                started.getWebServer().getPort(),
                calls.tools().size());
    }
}
