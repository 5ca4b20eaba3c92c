/** What a backup file looks like from the inside, and how it is sealed. */
@NullMarked
package io.opslore.backup.file;

import org.jspecify.annotations.NullMarked;
