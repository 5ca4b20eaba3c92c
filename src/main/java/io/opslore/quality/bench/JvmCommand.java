package io.opslore.quality.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this process was started, to start another one alike. */
final class JvmCommand {

    private JvmCommand() {}

    /**
     * @param main what the other one runs
     */
    static List<String> ofThis(Class<?> main) {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        boolean nested = main.getClassLoader() != ClassLoader.getSystemClassLoader();
        command.addAll(
                nested ? List.of("-jar", classPath) : List.of("-cp", classPath, main.getName()));
        return command;
    }

    static List<String> ofJar(Path jar) {
        return List.of(java(), "-jar", jar.toAbsolutePath().toString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
