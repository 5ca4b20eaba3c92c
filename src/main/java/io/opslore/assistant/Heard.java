package io.opslore.assistant;

import java.util.List;

/**
 * A question as it is worked on from here: without secrets, not too long, and let through.
 *
 * @param wish who is to answer it
 * @param remarks what its asker is told of it
 */
record Heard(String text, ModelWish wish, List<Remark> remarks) {

    Heard {
        remarks = List.copyOf(remarks);
    }
}
