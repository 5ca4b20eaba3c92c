/** Files that mean harm, made for the tests, and what becomes of them. */
package io.opslore.ingest.hostile;
