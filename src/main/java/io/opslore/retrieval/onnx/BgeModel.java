package io.opslore.retrieval.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The network itself: tokens in, vectors of length 1 out. One session for all threads; each call
 * computes on its caller's thread alone. Loaded at the first call.
 */
final class BgeModel {

    private final String name;
    private final Path nativeLibraries;
    private @Nullable OrtSession loaded;

    BgeModel(String name, Path nativeLibraries) {
        this.name = name;
        this.nativeLibraries = nativeLibraries;
    }

    float[] embed(long[] tokens) throws OrtException {
        OrtSession session = session();
        long[] mask = new long[tokens.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor idTensor = tensor(tokens);
                OnnxTensor maskTensor = tensor(mask);
                OnnxTensor typeTensor = tensor(new long[tokens.length]);
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", idTensor,
                                        "attention_mask", maskTensor,
                                        "token_type_ids", typeTensor))) {
            // This model speaks through its first token.
            return normalised(((float[][][]) result.get(0).getValue())[0][0]);
        }
    }

    private static float[] normalised(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    /** A batch of one. */
    private static OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(),
                LongBuffer.wrap(values),
                new long[] {1, values.length});
    }

    private synchronized OrtSession session() throws OrtException {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private OrtSession load() throws OrtException {
        OnnxLibraries.unpack(nativeLibraries);
        try (var options = new OrtSession.SessionOptions();
                InputStream file = BgeModel.class.getResourceAsStream("/" + name + ".onnx")) {
            if (file == null) {
                throw new IllegalStateException("The embedding model is missing in the jar");
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return OrtEnvironment.getEnvironment().createSession(file.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void close() {
        if (loaded != null) {
            try {
                loaded.close();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
            loaded = null;
        }
    }
}
