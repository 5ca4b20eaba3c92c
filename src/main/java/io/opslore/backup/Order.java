package io.opslore.backup;

import org.jspecify.annotations.Nullable;

/**
 * A backup that somebody wants.
 *
 * @param incremental how many backups in a row may build on each other; 0 for one that stands alone
 * @param password to encrypt it with; null for none
 * @param key whether the portal's secret key goes along though it is not encrypted
 */
record Order(BackupPlaces.Located file, int incremental, @Nullable String password, boolean key) {}
