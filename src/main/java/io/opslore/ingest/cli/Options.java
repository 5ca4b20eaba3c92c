package io.opslore.ingest.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param url of the portal, if it was named
 * @param token for it, if it was given
 */
record Options(Path folder, String space, @Nullable URI url, @Nullable String token) {

    static final String USAGE =
            """
            Usage: opslore ingest <folder> --space <name> [--url <address>] [--token <token>]

            Loads all files below the folder into the space, which an admin's token creates if need be.
            Without --url the portal that runs on this data folder is used, and where none runs, none is
            needed. Both may also be given as OPSLORE_URL and OPSLORE_TOKEN; an access token is made on
            the page of your account.
            """;

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static Options of(List<String> arguments, Map<String, String> environment) {
        String folder = null;
        String space = null;
        String url = environment.get("OPSLORE_URL");
        String token = environment.get("OPSLORE_TOKEN");
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--space" -> space = value(argument, rest);
                case "--url" -> url = value(argument, rest);
                case "--token" -> token = value(argument, rest);
                default -> {
                    if (argument.startsWith("--") || folder != null) {
                        throw new IllegalArgumentException("Not understood: " + argument);
                    }
                    folder = argument;
                }
            }
        }
        if (folder == null || space == null || space.isBlank()) {
            throw new IllegalArgumentException("A folder and a space are needed");
        }
        if (!Files.isDirectory(Path.of(folder))) {
            throw new IllegalArgumentException("Not a folder: " + folder);
        }
        return new Options(Path.of(folder), space.strip(), url == null ? null : uri(url), token);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static URI uri(String url) {
        try {
            URI uri = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new IllegalArgumentException("Not an address: " + url);
    }
}
