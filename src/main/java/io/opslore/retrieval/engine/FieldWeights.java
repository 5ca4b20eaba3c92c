package io.opslore.retrieval.engine;

/**
 * How much a word counts by where it stands, in every engine. Measured on runbooks and encyclopedia
 * paragraphs; a name in a heading says most.
 */
public final class FieldWeights {

    public static final float TEXT = 1;
    public static final float HEADING = 4;
    public static final float TITLE = 4;
    public static final float PATH = 2;

    private FieldWeights() {}
}
