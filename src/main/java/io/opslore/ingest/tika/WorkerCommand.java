package io.opslore.ingest.tika;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a worker is started, whichever way this portal was. */
final class WorkerCommand {

    private WorkerCommand() {}

    /**
     * @param folder for temporary files
     */
    static List<String> of(Path folder, long heapBytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx" + heapBytes,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:MaxMetaspaceSize=192m",
                        "-XX:MaxDirectMemorySize=64m",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + folder,
                        "-Dpdfbox.fontcache=" + folder.getParent(),
                        // No file, so no name is ever resolved.
                        "-Djdk.net.hosts.file=" + folder.resolve("no-hosts"),
                        // Readers of XML are told so one by one as well; none is to forget it.
                        "-Djavax.xml.accessExternalDTD=",
                        "-Djavax.xml.accessExternalSchema=",
                        "-Djavax.xml.accessExternalStylesheet=",
                        "-Djdk.xml.entityExpansionLimit=1000",
                        // Parsers log what they read.
                        "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"));
        command.addAll(classPath());
        return command;
    }

    private static List<String> classPath() {
        String classPath = absolute(System.getProperty("java.class.path"));
        String main = WorkerMain.class.getName();
        boolean nested = WorkerMain.class.getClassLoader() != ClassLoader.getSystemClassLoader();
        return nested
                ? List.of(
                        "-Dloader.main=" + main,
                        "-cp",
                        classPath,
                        // By name: the class is there only when the portal runs from its one jar.
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", classPath, main);
    }

    /** A worker runs in a folder of its own. */
    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
