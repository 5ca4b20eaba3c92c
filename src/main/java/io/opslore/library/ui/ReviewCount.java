package io.opslore.library.ui;

import io.opslore.identity.SignedIn;
import io.opslore.kit.MenuCount;
import io.opslore.library.Reviews;
import org.springframework.stereotype.Component;

/** How many documents the person should look at again. */
@Component
class ReviewCount implements MenuCount {

    private final Reviews reviews;
    private final SignedIn signedIn;

    ReviewCount(Reviews reviews, SignedIn signedIn) {
        this.reviews = reviews;
        this.signedIn = signedIn;
    }

    @Override
    public String path() {
        return ReviewsView.ROUTE;
    }

    @Override
    public int count() {
        return reviews.due(signedIn.asker()).size();
    }
}
