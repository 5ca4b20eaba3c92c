package io.opslore;

import io.opslore.backup.cli.BackupCommand;
import io.opslore.backup.cli.RestoreCommand;
import io.opslore.ingest.cli.IngestCommand;
import io.opslore.library.Maintenance;
import io.opslore.operations.UpgradeRooms;
import io.opslore.operations.cli.AdminCommand;
import io.opslore.operations.cli.AuditCommand;
import io.opslore.operations.cli.BlobsCommand;
import io.opslore.operations.cli.SupportCommand;
import io.opslore.operations.cli.UpgradeCommand;
import io.opslore.operations.cli.VerifyCommand;
import io.opslore.quality.cli.BenchCommand;
import io.opslore.quality.cli.EvalCommand;
import io.opslore.standalone.McpCommand;
import io.opslore.standalone.Role;
import io.opslore.standalone.StandaloneServer;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;
import org.springframework.resilience.annotation.EnableResilientMethods;

/**
 * Starts the portal, or carries out a command named by the first argument. Every package directly
 * below this one is a room; see docs/architecture.md.
 */
// Would make spans of all that frameworks observe, too; operations makes those of the portal.
@SpringBootApplication(exclude = MicrometerTracingAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableResilientMethods
@Modulithic(systemName = "OpsLore")
public class OpsLore {

    /** Everything but a command goes to Spring Boot as it is. */
    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        switch (all.isEmpty() ? "" : all.getFirst()) {
            case "ingest" -> System.exit(ingest(all.subList(1, all.size())));
            case "audit" -> System.exit(audit(all.subList(1, all.size())));
            case "admin" -> System.exit(admin(all.subList(1, all.size())));
            case "backup" -> System.exit(backup(all.subList(1, all.size())));
            case "restore" ->
                    System.exit(RestoreCommand.run(all.subList(1, all.size()), OpsLore.class));
            case "blobs" -> System.exit(blobs(all.subList(1, all.size())));
            case "eval" -> System.exit(eval(all.subList(1, all.size())));
            case "bench" -> System.exit(bench(all.subList(1, all.size())));
            case "support" -> System.exit(support(all.subList(1, all.size())));
            case "mcp" -> System.exit(McpCommand.run(all.subList(1, all.size())));
            case "upgrade" ->
                    System.exit(
                            UpgradeCommand.run(
                                    all.subList(1, all.size()), () -> UpgradeRooms.open()));
            case "verify" -> System.exit(verify(all.subList(1, all.size())));
            default -> serve(arguments);
        }
    }

    private static void serve(String... arguments) {
        Role role = Role.of(arguments);
        if (role == Role.PORTAL) {
            SpringApplication.run(OpsLore.class, arguments);
        } else {
            StandaloneServer.start(role, arguments);
        }
    }

    private static int ingest(List<String> arguments) {
        return IngestCommand.run(arguments, data(), () -> IngestCommand.withoutWeb(OpsLore.class));
    }

    private static int verify(List<String> arguments) {
        return VerifyCommand.run(arguments, data(), OpsLore::inMaintenance);
    }

    private static int backup(List<String> arguments) {
        return BackupCommand.run(arguments, data(), OpsLore::inMaintenance);
    }

    private static int blobs(List<String> arguments) {
        return BlobsCommand.run(arguments, OpsLore::inMaintenance);
    }

    private static int support(List<String> arguments) {
        return SupportCommand.run(arguments, data(), OpsLore::inMaintenance);
    }

    private static int audit(List<String> arguments) {
        return AuditCommand.run(arguments, data(), OpsLore::inMaintenance);
    }

    private static ConfigurableApplicationContext inMaintenance() {
        return IngestCommand.withoutWeb(OpsLore.class, Maintenance.PROFILE);
    }

    private static int eval(List<String> arguments) {
        return EvalCommand.run(arguments, data(), OpsLore::with);
    }

    private static int bench(List<String> arguments) {
        return BenchCommand.run(arguments, OpsLore.class, OpsLore::with);
    }

    private static ConfigurableApplicationContext with(List<String> settings) {
        return IngestCommand.withoutWeb(OpsLore.class, settings);
    }

    private static int admin(List<String> arguments) {
        return AdminCommand.run(arguments, data(), OpsLore::inMaintenance);
    }

    private static Path data() {
        return Path.of(System.getenv().getOrDefault("OPSLORE_DATA", "data"));
    }
}
