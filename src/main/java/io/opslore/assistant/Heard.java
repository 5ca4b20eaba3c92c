package io.opslore.assistant;

import java.util.List;

/**
 * A question as it is worked on from here: without secrets, not too long, and let through.
 *
 * @param remarks what its asker is told of it
 */
record Heard(String text, List<Remark> remarks) {

    Heard {
        remarks = List.copyOf(remarks);
    }
}
