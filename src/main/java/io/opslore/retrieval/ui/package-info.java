/** The search page, and the admins' page on the index. */
@NullMarked
package io.opslore.retrieval.ui;

import org.jspecify.annotations.NullMarked;
