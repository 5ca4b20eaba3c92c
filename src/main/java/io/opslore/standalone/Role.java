package io.opslore.standalone;

import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a process is. */
public enum Role {
    /** All of it. */
    PORTAL("everything", List.of(), List.of()),
    /** Git, Gitea and Forgejo. */
    MCP_GITEA("Git, Gitea and Forgejo", List.of("git"), List.of("git", "gitea")),
    /** Kubernetes. */
    MCP_KUBERNETES("Kubernetes", List.of("kubernetes"), List.of("kubernetes")),
    /** Docker Swarm. */
    MCP_SWARM("Docker Swarm", List.of("swarm"), List.of("swarm")),
    /** The knowledge base of a portal, and logs. */
    MCP_DOCS("documents and logs", List.of("logs", "remote"), List.of("loki", "logfiles", "mcp"));

    private static final String NAME = "opslore.role";

    private final String about;
    private final List<String> tools;
    private final List<String> clients;

    Role(String about, List<String> tools, List<String> clients) {
        this.about = about;
        this.tools = tools;
        this.clients = clients;
    }

    /**
     * The one that the arguments, the system properties or the environment name. It decides what is
     * read and made at all, so that it cannot stand in a file of settings.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    public static Role of(String... arguments) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigurationPropertySources.attach(environment);
        try {
            return Binder.get(environment).bind(NAME, Role.class).orElse(PORTAL);
        } catch (BindException none) {
            throw new IllegalArgumentException(
                    NAME + " must be portal, mcp-gitea, mcp-kubernetes, mcp-swarm or mcp-docs",
                    none);
        }
    }

    /** What it looks into, in words. */
    String about() {
        return about;
    }

    /** The packages of its tools. */
    List<String> tools() {
        return tools;
    }

    /** The packages of what these work with. */
    List<String> clients() {
        return clients;
    }
}
