package io.opslore.operations;

import java.nio.file.Path;

/** Another portal runs on the same data folder. */
class DataFolderInUse extends RuntimeException {

    DataFolderInUse(Path folder) {
        super("The data folder " + folder + " is in use by another running OpsLore");
    }
}
