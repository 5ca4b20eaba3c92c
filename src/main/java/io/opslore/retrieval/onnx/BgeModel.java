package io.opslore.retrieval.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The network itself: tokens in, vectors of length 1 out. One session for all threads; each call
 * computes on its caller's thread alone. Loaded at the first call.
 */
final class BgeModel {

    private final String name;
    private @Nullable OrtSession loaded;

    BgeModel(String name) {
        this.name = name;
    }

    List<float[]> embed(List<long[]> batch) throws OrtException {
        int longest = batch.stream().mapToInt(tokens -> tokens.length).max().orElseThrow();
        long[] ids = new long[batch.size() * longest];
        long[] mask = new long[ids.length];
        for (int row = 0; row < batch.size(); row++) {
            long[] tokens = batch.get(row);
            System.arraycopy(tokens, 0, ids, row * longest, tokens.length);
            Arrays.fill(mask, row * longest, row * longest + tokens.length, 1);
        }
        long[] shape = {batch.size(), longest};
        try (OnnxTensor idTensor = tensor(ids, shape);
                OnnxTensor maskTensor = tensor(mask, shape);
                OnnxTensor typeTensor = tensor(new long[ids.length], shape);
                OrtSession.Result result =
                        session()
                                .run(
                                        Map.of(
                                                "input_ids", idTensor,
                                                "attention_mask", maskTensor,
                                                "token_type_ids", typeTensor))) {
            return firstTokens((float[][][]) result.get(0).getValue());
        }
    }

    /** This model speaks through its first token. */
    private static List<float[]> firstTokens(float[][][] states) {
        List<float[]> vectors = new ArrayList<>();
        for (float[][] text : states) {
            vectors.add(normalised(text[0]));
        }
        return vectors;
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

    private static OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), shape);
    }

    private synchronized OrtSession session() throws OrtException {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private OrtSession load() throws OrtException {
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
