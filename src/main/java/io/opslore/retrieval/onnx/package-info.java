/**
 * The embedded model: bge-small-en-v1.5 through ONNX Runtime. No ONNX or DJL type leaves this
 * package.
 */
@NullMarked
package io.opslore.retrieval.onnx;

import org.jspecify.annotations.NullMarked;
