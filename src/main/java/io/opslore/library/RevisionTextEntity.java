package io.opslore.library;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "revision_text")
class RevisionTextEntity {

    @Id UUID revisionId;
    String text;
    String title;

    @Enumerated(EnumType.STRING)
    Format format;

    String syntax;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Block> blocks;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Integer> pageFirstLines;

    static RevisionTextEntity of(RevisionId revision, RevisionText text) {
        var entity = new RevisionTextEntity();
        entity.revisionId = revision.value();
        entity.text = text.text();
        entity.title = text.title();
        entity.format = text.format();
        entity.syntax = text.syntax();
        entity.blocks = text.blocks();
        entity.pageFirstLines = text.pageFirstLines();
        return entity;
    }

    RevisionText toText() {
        return new RevisionText(text, title, format, syntax, blocks, pageFirstLines);
    }
}
