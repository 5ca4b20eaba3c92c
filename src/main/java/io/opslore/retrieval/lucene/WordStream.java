package io.opslore.retrieval.lucene;

import io.opslore.retrieval.text.Word;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Words as Lucene takes them in. The parts of a name stand at the name's own position, so that a
 * text full of long names does not count as a longer one.
 */
final class WordStream extends TokenStream {

    private record Term(String text, int increment) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position =
            addAttribute(PositionIncrementAttribute.class);
    private final Iterator<Term> terms;

    WordStream(List<Word> words) {
        terms = words.stream().flatMap(WordStream::terms).iterator();
    }

    private static Stream<Term> terms(Word word) {
        return Stream.concat(
                Stream.of(new Term(word.whole(), 1)),
                word.parts().stream()
                        .filter(part -> !part.equals(word.whole()))
                        .map(part -> new Term(part, 0)));
    }

    @Override
    public boolean incrementToken() {
        if (!terms.hasNext()) {
            return false;
        }
        clearAttributes();
        Term next = terms.next();
        term.append(next.text());
        position.setPositionIncrement(next.increment());
        return true;
    }
}
