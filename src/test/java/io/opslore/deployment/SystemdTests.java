package io.opslore.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The units, held against systemd's own checks where it is installed, and against the project's
 * rules.
 */
class SystemdTests {

    private static final Path FOLDER = Path.of("systemd");
    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level .*: ([0-9.]+)");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"opslore", "ollama"})
    void systemdTakesThem(String unit) throws Exception {
        assertThat(verified(unit, Yaml.text(FOLDER.resolve(unit + ".service")))).isEmpty();
    }

    @Test
    void whatSystemdDoesNotKnowIsFound() throws Exception {
        String misspelt =
                Yaml.text(FOLDER.resolve("opslore.service"))
                        .replace("MemoryMax=", "MemoryMaximum=");

        assertThat(verified("opslore", misspelt)).contains("MemoryMaximum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opslore", "ollama"})
    void littleIsLeftThatABrokenOneCouldDo(String unit) throws Exception {
        assertThat(exposure(unit, Yaml.text(FOLDER.resolve(unit + ".service"))))
                .isLessThanOrEqualTo(1.9);
    }

    @ParameterizedTest
    @CsvSource({
        "User=opslore, User=root",
        "ProtectSystem=strict, ProtectSystem=false",
        "SystemCallFilter=@system-service, SystemCallFilter=",
        "NoNewPrivileges=true, NoNewPrivileges=false",
    })
    void aWeakerUnitIsFound(String strong, String weak) throws Exception {
        String unit = Yaml.text(FOLDER.resolve("opslore.service"));
        String weaker = unit.replace(strong, weak);

        assertThat(weaker).isNotEqualTo(unit);
        assertThat(exposure("opslore", weaker)).isGreaterThan(exposure("opslore", unit));
    }

    @Test
    void thePortalIsGivenTimeToEndAndIsToldAlone() {
        String unit = Yaml.text(FOLDER.resolve("opslore.service"));

        assertThat(unit.lines())
                .contains(
                        "KillMode=mixed",
                        "TimeoutStopSec=75s",
                        "Restart=on-failure",
                        "SuccessExitStatus=143")
                // The JIT writes what it runs.
                .contains("MemoryDenyWriteExecute=false");
        assertThat(unit)
                .containsPattern("(?m)^MemoryMax=\\d+G$")
                .containsPattern("(?m)^TasksMax=\\d+$");
    }

    @Test
    void everySettingIsOne() {
        List<String> names = new ArrayList<>();
        for (String file :
                List.of("opslore.service", "opslore.env", "opslore.service.d/secrets.conf")) {
            Matcher setting =
                    Pattern.compile(
                                    "(?m)^(?:Environment=([A-Z_]+)=|LoadCredential=([^:]+):|([A-Z_]+)=)")
                            .matcher(Yaml.text(FOLDER.resolve(file)));
            while (setting.find()) {
                names.add(
                        setting.group(1) != null
                                ? setting.group(1)
                                : setting.group(2) != null ? setting.group(2) : setting.group(3));
            }
        }
        assertThat(names).hasSize(11);
        assertThat(new KnownSettings().unknown(names)).isEmpty();
    }

    private String verified(String unit, String text) throws Exception {
        return said("verify", "--man=no", written(unit, text));
    }

    private double exposure(String unit, String text) throws Exception {
        Matcher found =
                EXPOSURE.matcher(
                        said("security", "--offline=true", "--no-pager", written(unit, text)));
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    /** With a program that is there, since the portal's is not. */
    private String written(String unit, String text) throws IOException {
        Path file = folder.resolve(unit + ".service");
        Files.writeString(file, text.replaceFirst("(?m)^ExecStart=\\S+", "ExecStart=/bin/true"));
        Path secrets =
                Files.createDirectories(folder.resolve("opslore.service.d"))
                        .resolve("secrets.conf");
        Files.writeString(secrets, Yaml.text(FOLDER.resolve("opslore.service.d/secrets.conf")));
        return file.toString();
    }

    private static String said(String... arguments) throws Exception {
        Programs.require("systemd-analyze", "no systemd-analyze on this machine");
        List<String> command =
                new ArrayList<>(List.of(Programs.find("systemd-analyze").orElseThrow()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
