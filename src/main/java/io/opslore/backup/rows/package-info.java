/** The rows of the database out and in, at one moment. */
@NullMarked
package io.opslore.backup.rows;

import org.jspecify.annotations.NullMarked;
