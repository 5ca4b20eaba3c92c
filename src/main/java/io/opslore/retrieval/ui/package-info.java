@NullMarked
package io.opslore.retrieval.ui;

import org.jspecify.annotations.NullMarked;
