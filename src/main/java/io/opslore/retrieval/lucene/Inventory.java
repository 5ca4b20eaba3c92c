package io.opslore.retrieval.lucene;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.Holding;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/** Reads off which revision's chunk or window a Lucene document is. */
final class Inventory {

    private Inventory() {}

    static Map<RevisionId, Holding> of(IndexSearcher searcher) throws IOException {
        Map<String, Holding> holdings = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            if (leaf.reader() instanceof CodecReader files) {
                files.checkIntegrity();
            }
            count(leaf, holdings);
        }
        Map<RevisionId, Holding> byRevision = new HashMap<>();
        holdings.forEach(
                (id, holding) -> byRevision.put(new RevisionId(UUID.fromString(id)), holding));
        return byRevision;
    }

    static ChunkKey key(IndexReader reader, int doc) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        int inLeaf = doc - leaf.docBase;
        SortedDocValues revisions = DocValues.getSorted(leaf.reader(), Fields.REVISION);
        NumericDocValues ordinals = DocValues.getNumeric(leaf.reader(), Fields.ORDINAL);
        if (!revisions.advanceExact(inLeaf) || !ordinals.advanceExact(inLeaf)) {
            throw new IOException("A document of the index has no key");
        }
        String revision = revisions.lookupOrd(revisions.ordValue()).utf8ToString();
        return Fields.key(revision, ordinals.longValue());
    }

    private static void count(LeafReaderContext leaf, Map<String, Holding> holdings)
            throws IOException {
        SortedDocValues revisions = DocValues.getSorted(leaf.reader(), Fields.REVISION);
        SortedDocValues kinds = DocValues.getSorted(leaf.reader(), Fields.KIND);
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            boolean counts = live == null || live.get(doc);
            if (counts && revisions.advanceExact(doc) && kinds.advanceExact(doc)) {
                String revision = revisions.lookupOrd(revisions.ordValue()).utf8ToString();
                String kind = kinds.lookupOrd(kinds.ordValue()).utf8ToString();
                Holding one = kind.equals(Fields.CHUNK) ? new Holding(1, 0) : new Holding(0, 1);
                holdings.merge(revision, one, Holding::plus);
            }
        }
    }
}
