package io.opslore.deployment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image as the build writes it into one file, without a Docker engine. */
final class ImageFile {

    /** A file or folder of the image, and the number of its layer. */
    record Entry(String name, long size, int mode, String owner, int layer) {}

    private final Path file;
    private final JsonNode manifest;
    private final JsonNode config;

    ImageFile(Path file) {
        this.file = file;
        manifest = json("manifest.json").get(0);
        config = json(manifest.get("Config").asString());
    }

    JsonNode config() {
        return config;
    }

    /** Everything in it, layer by layer. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        read(null, entries);
        return entries;
    }

    /** Lays its files out below a folder, as they are in a container below /. */
    void unpack(Path folder) {
        read(folder, new ArrayList<>());
    }

    private void read(Path folder, List<Entry> entries) {
        List<String> layers = Yaml.texts(manifest.get("Layers"));
        for (int number = 0; number < layers.size(); number++) {
            try (var tar = open()) {
                seek(tar, layers.get(number));
                read(new TarArchiveInputStream(new GZIPInputStream(tar)), number, folder, entries);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void read(
            TarArchiveInputStream layer, int number, Path folder, List<Entry> entries)
            throws IOException {
        TarArchiveEntry entry;
        while ((entry = layer.getNextEntry()) != null) {
            entries.add(
                    new Entry(
                            "/" + entry.getName().replaceFirst("/$", ""),
                            entry.getSize(),
                            entry.getMode() & 0777,
                            entry.getLongUserId() + ":" + entry.getLongGroupId(),
                            number));
            if (folder != null) {
                Path target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(layer, target);
                }
            }
        }
    }

    private JsonNode json(String name) {
        try (var tar = open()) {
            seek(tar, name);
            return JsonMapper.shared().readTree(tar.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TarArchiveInputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
        return new TarArchiveInputStream(bytes);
    }

    private static void seek(TarArchiveInputStream tar, String name) throws IOException {
        TarArchiveEntry entry;
        while ((entry = tar.getNextEntry()) != null) {
            if (entry.getName().equals(name)) {
                return;
            }
        }
        throw new IllegalStateException("The image holds no " + name);
    }
}
