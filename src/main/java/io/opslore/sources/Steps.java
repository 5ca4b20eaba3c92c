package io.opslore.sources;

import java.util.List;

/**
 * What is to be done, in this order.
 *
 * @param passedOver files that are there and are not taken, as before or from now on
 */
record Steps(List<Step> all, int passedOver) {

    Steps {
        all = List.copyOf(all);
    }
}
