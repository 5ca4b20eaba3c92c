@NullMarked
package io.opslore.schedules.ui;

import org.jspecify.annotations.NullMarked;
