package io.opslore.retrieval.lucene;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.FieldWeights;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
    static final int VERSION = 3;

    static final String REVISION = "revision";
    static final String ORDINAL = "ordinal";
    static final String KIND = "kind";
    static final String VECTOR = "vector";
    static final String TEXT = "text";
    static final String CHUNK = "chunk";
    static final String WINDOW = "window";

    private static final String SPACE = "space";
    private static final String LANGUAGE = "language";
    private static final String HEADING = "heading";
    private static final String TITLE = "title";
    private static final String PATH = "path";

    private static final Map<String, Float> BOOSTS =
            Map.of(
                    TEXT, FieldWeights.TEXT,
                    HEADING, FieldWeights.HEADING,
                    TITLE, FieldWeights.TITLE,
                    PATH, FieldWeights.PATH);

    private static final FieldType WORDS = wordsType();

    private final Words words;

    Fields(Words words) {
        this.words = words;
    }

    Document document(RevisionId revision, SpaceId space, IndexedChunk chunk) {
        Document document = base(revision, space, chunk.ordinal(), CHUNK);
        document.add(language(chunk.language()));
        document.add(field(TEXT, chunk.text()));
        document.add(field(HEADING, chunk.heading()));
        document.add(field(TITLE, chunk.title()));
        document.add(field(PATH, chunk.path()));
        return document;
    }

    Document document(RevisionId revision, SpaceId space, IndexedWindow window) {
        Document document = base(revision, space, window.ordinal(), WINDOW);
        document.add(language(window.language()));
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

    /** The documents that a search may look at. */
    static Query of(Within within) {
        var all = new BooleanQuery.Builder().add(within(within.scope()), Occur.FILTER);
        if (!within.scope().withheldRevisions().isEmpty()) {
            all.add(among(within.scope().withheldRevisions()), Occur.MUST_NOT);
        }
        within.revisions().ifPresent(revisions -> all.add(among(revisions), Occur.FILTER));
        if (!within.languages().isEmpty()) {
            all.add(in(within.languages()), Occur.FILTER);
        }
        return all.build();
    }

    /**
     * The documents that a reader may see. Made of typed ids alone, so that it cannot fail open.
     */
    private static Query within(ReadScope scope) {
        return anyOf(SPACE, scope.spaces().stream().map(SpaceId::value));
    }

    private static Query among(Set<RevisionId> revisions) {
        return anyOf(REVISION, revisions.stream().map(RevisionId::value));
    }

    private static Query in(Set<Language> languages) {
        return new TermInSetQuery(
                LANGUAGE, languages.stream().map(it -> new BytesRef(it.code())).toList());
    }

    private static Query anyOf(String field, Stream<UUID> ids) {
        return new TermInSetQuery(field, ids.map(id -> new BytesRef(id.toString())).toList());
    }

    static Query inAnyField(String term) {
        var query = new CombinedFieldQuery.Builder(term);
        BOOSTS.forEach(query::addField);
        return query.build();
    }

    static List<Term> everywhere(String term) {
        return BOOSTS.keySet().stream().map(field -> new Term(field, term)).toList();
    }

    static ChunkKey key(String revision, long ordinal) {
        return new ChunkKey(new RevisionId(UUID.fromString(revision)), Math.toIntExact(ordinal));
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

    private static Field language(Language language) {
        return new StringField(LANGUAGE, language.code(), Field.Store.NO);
    }

    private Field field(String name, String text) {
        return new Field(name, new WordStream(words.of(text)), WORDS);
    }

    private static FieldType wordsType() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
