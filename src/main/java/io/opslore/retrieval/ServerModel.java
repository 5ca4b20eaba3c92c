package io.opslore.retrieval;

/**
 * An embedding model of the model server, as an index is made with it.
 *
 * @param name under which its vectors are kept; another one for other bytes or prefixes
 * @param model as the server calls it
 * @param dimensions how many numbers each of its vectors has
 * @param englishOnly whether texts in other languages are left to the words
 * @param wide whether it reads so much at once that a rough count of its tokens will do
 */
record ServerModel(
        String name,
        String model,
        int dimensions,
        String queryPrefix,
        String passagePrefix,
        boolean englishOnly,
        boolean wide) {}
