package io.opslore.retrieval.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of searches: they hold the whole search, so that one can be shared. */
final class SearchNavigation {

    static final String ROUTE = "search";
    static final String TEXT = "q";

    private SearchNavigation() {}

    /** The search page with this search carried out. */
    static String address(String text) {
        return text.isBlank() ? ROUTE : ROUTE + "?" + TEXT + "=" + encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
