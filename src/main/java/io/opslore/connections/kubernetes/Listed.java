package io.opslore.connections.kubernetes;

import java.util.List;

/**
 * A page of a list.
 *
 * @param after where the next page begins; empty where this was the last
 * @param version the state of the list that was read
 */
public record Listed(List<ClusterObject> objects, String after, String version) {

    public Listed {
        objects = List.copyOf(objects);
    }
}
