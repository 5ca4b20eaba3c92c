package io.opslore.sources;

import io.opslore.connections.ConnectionField;
import java.util.List;

/**
 * What can be followed at connections of one kind.
 *
 * @param kind the key of its {@link SourceKind}
 * @param connection the kind of connections
 * @param options what is to be entered for it
 * @param files whether people choose among paths and kinds of files
 * @param pushed whether webhooks tell of what is new
 */
public record SourceOffer(
        String kind,
        String connection,
        List<ConnectionField> options,
        boolean files,
        boolean pushed) {

    public SourceOffer {
        options = List.copyOf(options);
    }
}
