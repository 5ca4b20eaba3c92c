package io.opslore.retrieval.lucene;

import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Words;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/** Lucene's Snowball stemmers. Not thread-safe: they work on a buffer of their own. */
public final class SnowballStemming implements Words.Stemming {

    private final SnowballStemmer english = new EnglishStemmer();
    private final SnowballStemmer russian = new RussianStemmer();

    @Override
    public String stem(String word, Language language) {
        SnowballStemmer stemmer =
                switch (language) {
                    case EN -> english;
                    case RU -> russian;
                };
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
