package io.opslore.retrieval;

/** Vectors of length 1, of which the product is the cosine. */
final class Unit {

    private Unit() {}

    /**
     * @throws IllegalArgumentException if it points nowhere
     */
    static float[] of(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("A vector without a direction");
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
