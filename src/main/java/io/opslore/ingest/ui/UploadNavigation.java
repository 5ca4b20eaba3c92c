package io.opslore.ingest.ui;

import io.opslore.ingest.Batch;
import io.opslore.library.SpaceId;

/** Addresses of a space's uploads. */
final class UploadNavigation {

    static final String SPACE = "space";
    static final String BATCH = "upload";
    static final String LIST = "sources/:" + SPACE + "/uploads";
    static final String REPORT = LIST + "/:" + BATCH;

    private UploadNavigation() {}

    static String list(SpaceId space) {
        return "sources/" + space.value() + "/uploads";
    }

    static String report(Batch batch) {
        return list(batch.space()) + "/" + batch.id().value();
    }
}
