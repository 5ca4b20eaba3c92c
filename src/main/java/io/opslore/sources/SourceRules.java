package io.opslore.sources;

import io.opslore.ingest.FileKind;
import java.util.List;
import java.util.Set;

/**
 * What a source brings in, and how often it looks.
 *
 * @param repository owner and name, at a server of many; empty where the connection is one
 * @param ref a branch, a tag; empty for the repository's own choice
 * @param folder of the space that its files go into; empty for none
 * @param include folders, files and patterns; empty for all
 * @param exclude of these, what is left out
 * @param kinds what is taken; everything else is passed over
 * @param minutes between two looks, a tenth more or less; 0 for never by the clock
 */
public record SourceRules(
        String repository,
        String ref,
        String folder,
        List<String> include,
        List<String> exclude,
        Set<FileKind> kinds,
        int minutes) {

    public SourceRules {
        repository = repository.strip();
        ref = ref.strip();
        folder = folder.strip().replaceAll("^/+|/+$", "");
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        kinds = Set.copyOf(kinds);
    }
}
