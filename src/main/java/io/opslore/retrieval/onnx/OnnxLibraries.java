package io.opslore.retrieval.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * ONNX Runtime's libraries in native code, in a folder that they can be run from. Left alone, it
 * unpacks them into the folder for temporary files at each start, which hardened machines mount
 * {@code noexec}.
 */
final class OnnxLibraries {

    private static final String FOLDER = "onnxruntime.native.path";

    private static final List<String> NAMES =
            Stream.of("onnxruntime", "onnxruntime4j_jni").map(System::mapLibraryName).toList();

    private OnnxLibraries() {}

    /**
     * To be called before the first use of ONNX Runtime. A folder that somebody has set is left
     * alone, and so is a machine that the jar has no libraries for. Several portals may do it at
     * once in one folder.
     */
    static synchronized void unpack(Path nativeLibraries) {
        if (System.getProperty(FOLDER) != null
                || OrtEnvironment.class.getResource(packed(NAMES.getFirst())) == null) {
            return;
        }
        Path folder = nativeLibraries.resolve("onnxruntime-" + version()).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            for (String name : NAMES) {
                unpack(name, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(FOLDER, folder.toString());
    }

    private static void unpack(String name, Path folder) throws IOException {
        byte[] library = read(packed(name));
        Path file = folder.resolve(name);
        // One that a power cut has damaged would end the portal at each start.
        if (Files.exists(file) && Arrays.equals(library, Files.readAllBytes(file))) {
            return;
        }
        Path part = Files.createTempFile(folder, name, ".part");
        try {
            Files.write(part, library);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream library = OrtEnvironment.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IllegalStateException("A library is missing in the jar: " + resource);
            }
            return library.readAllBytes();
        }
    }

    private static String packed(String name) {
        return "/ai/onnxruntime/native/" + machine() + "/" + name;
    }

    private static String machine() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ENGLISH);
        String system = name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
        return system + (System.getProperty("os.arch").equals("aarch64") ? "-aarch64" : "-x64");
    }

    private static String version() {
        return String.valueOf(OrtEnvironment.class.getPackage().getImplementationVersion());
    }
}
