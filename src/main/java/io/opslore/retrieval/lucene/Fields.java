package io.opslore.retrieval.lucene;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.text.Word;
import io.opslore.retrieval.text.Words;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** How chunks and windows are written as Lucene documents, and asked for. */
final class Fields {

    /** Goes up when documents are written differently, so that an older index is made anew. */
    static final int VERSION = 1;

    static final String REVISION = "revision";
    static final String ORDINAL = "ordinal";
    static final String KIND = "kind";
    static final String VECTOR = "vector";
    static final String CHUNK = "chunk";
    static final String WINDOW = "window";

    private static final String SPACE = "space";
    private static final String TEXT = "text";
    private static final String HEADING = "heading";
    private static final String TITLE = "title";
    private static final String PATH = "path";

    /** Measured on runbooks and encyclopedia paragraphs; a name in a heading says most. */
    private static final Map<String, Float> BOOSTS =
            Map.of(TEXT, 1f, HEADING, 4f, TITLE, 4f, PATH, 2f);

    /** Lucene refuses a query of more than 1024 clauses, and each term is asked in each field. */
    private static final int MOST_TERMS = 250;

    private static final FieldType WORDS = wordsType();

    private final Words words;

    Fields(Words words) {
        this.words = words;
    }

    Document document(RevisionId revision, SpaceId space, IndexedChunk chunk) {
        Document document = base(revision, space, chunk.ordinal(), CHUNK);
        document.add(field(TEXT, chunk.text()));
        document.add(field(HEADING, chunk.heading()));
        document.add(field(TITLE, chunk.title()));
        document.add(field(PATH, chunk.path()));
        return document;
    }

    Document document(RevisionId revision, SpaceId space, IndexedWindow window) {
        Document document = base(revision, space, window.ordinal(), WINDOW);
        document.add(
                new KnnFloatVectorField(
                        VECTOR, window.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    /** All documents of a revision that are of one kind. */
    static Query of(RevisionId revision, String kind) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(of(revision)), Occur.FILTER)
                .add(new TermQuery(new Term(KIND, kind)), Occur.FILTER)
                .build();
    }

    static Term of(RevisionId revision) {
        return new Term(REVISION, revision.value().toString());
    }

    /**
     * The documents that a reader may see. Made of typed ids alone, so that it cannot fail open.
     */
    static Query within(ReadScope scope) {
        return new TermInSetQuery(
                SPACE,
                scope.spaces().stream()
                        .map(space -> new BytesRef(space.value().toString()))
                        .toList());
    }

    static Query anyOf(List<Word> wanted, ReadScope scope) {
        var any = new BooleanQuery.Builder();
        wanted.stream()
                .flatMap(Word::terms)
                .distinct()
                .limit(MOST_TERMS)
                .forEach(term -> any.add(inAnyField(term), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(within(scope), Occur.FILTER)
                .build();
    }

    static List<Term> everywhere(String term) {
        return BOOSTS.keySet().stream().map(field -> new Term(field, term)).toList();
    }

    static String words() {
        return TEXT;
    }

    static ChunkKey key(String revision, long ordinal) {
        return new ChunkKey(new RevisionId(UUID.fromString(revision)), Math.toIntExact(ordinal));
    }

    private static Query inAnyField(String term) {
        var query = new CombinedFieldQuery.Builder(term);
        BOOSTS.forEach(query::addField);
        return query.build();
    }

    private static Document base(RevisionId revision, SpaceId space, int ordinal, String kind) {
        String id = revision.value().toString();
        var document = new Document();
        document.add(new StringField(REVISION, id, Field.Store.NO));
        document.add(new SortedDocValuesField(REVISION, new BytesRef(id)));
        document.add(new NumericDocValuesField(ORDINAL, ordinal));
        document.add(new StringField(KIND, kind, Field.Store.NO));
        document.add(new SortedDocValuesField(KIND, new BytesRef(kind)));
        document.add(new StringField(SPACE, space.value().toString(), Field.Store.NO));
        return document;
    }

    private Field field(String name, String text) {
        return new Field(name, new WordStream(words.of(text)), WORDS);
    }

    private static FieldType wordsType() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
