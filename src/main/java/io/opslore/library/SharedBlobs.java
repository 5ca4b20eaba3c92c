package io.opslore.library;

import io.opslore.library.s3.S3Settings;
import io.opslore.replicas.SharedPart;
import org.springframework.stereotype.Component;

/** Portals on one database find each other's original files. */
@Component
class SharedBlobs implements SharedPart {

    private final LibrarySettings settings;
    private final S3Settings s3;

    SharedBlobs(LibrarySettings settings, S3Settings s3) {
        this.settings = settings;
        this.s3 = s3;
    }

    @Override
    public String name() {
        return "store of original files";
    }

    @Override
    public boolean canBeShared() {
        return settings.store() == BlobStore.S3;
    }

    /** Not the endpoint: the same server may have a name for each network. */
    @Override
    public String mark() {
        return switch (settings.store()) {
            case FILES -> "files";
            case S3 -> "s3:" + s3.bucket() + "/" + s3.prefix();
        };
    }

    @Override
    public String advice() {
        return "Set opslore.library.store=s3 and the same opslore.library.s3.bucket and prefix for"
                + " all portals on this database, or give each its own database.";
    }
}
