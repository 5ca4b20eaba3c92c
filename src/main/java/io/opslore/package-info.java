@org.jspecify.annotations.NullMarked
package io.opslore;
