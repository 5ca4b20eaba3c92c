package io.opslore.ingest.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.kit.TimeText;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.ui.DocumentNavigation;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folders and documents of a space with the state of each; only visible rows are sent. */
final class DocumentTree extends TreeGrid<TreeEntry> {

    /** A space this small is shown with its folders open. */
    private static final int SMALL = 60;

    private static final String STATE_WIDTH = "17rem";

    private static final Comparator<TreeEntry> FOLDERS_FIRST =
            Comparator.comparing((TreeEntry entry) -> entry instanceof TreeEntry.File)
                    .thenComparing(TreeEntry::name, String.CASE_INSENSITIVE_ORDER);

    private final TreeData<TreeEntry> data = new TreeData<>();
    private final TreeDataProvider<TreeEntry> provider = new TreeDataProvider<>(data);
    private final Map<String, TreeEntry.Folder> folders = new HashMap<>();
    private final Map<DocumentId, TreeEntry.File> files = new HashMap<>();
    private final Map<DocumentId, IngestState> states = new HashMap<>();
    private final Map<DocumentId, Document> read = new HashMap<>();
    private final Column<TreeEntry> changed;

    DocumentTree() {
        addComponentHierarchyColumn(this::name)
                .setHeader(getTranslation("sources.document"))
                .setFlexGrow(1);
        addComponentColumn(this::state)
                .setHeader(getTranslation("sources.state"))
                .setWidth(STATE_WIDTH)
                .setFlexGrow(0);
        changed =
                addComponentColumn(this::changed)
                        .setHeader(getTranslation("sources.changed"))
                        .setWidth("9rem")
                        .setFlexGrow(0)
                        .setTextAlign(ColumnTextAlign.END);
        addClassName("document-tree");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(Grid.SelectionMode.NONE);
        provider.setSortComparator(FOLDERS_FIRST::compare);
        setDataProvider(provider);
    }

    /** Leaves out what a narrow page has no room for. */
    void setNarrow(boolean narrow) {
        changed.setVisible(!narrow);
        getColumns().get(1).setWidth(narrow ? "8.5rem" : STATE_WIDTH);
    }

    /** Shows these documents instead of what was shown before. */
    void show(List<Document> documents, List<IngestProgress> progress) {
        data.clear();
        folders.clear();
        files.clear();
        states.clear();
        read.clear();
        progress.forEach(one -> states.put(one.document(), one.state()));
        documents.forEach(this::add);
        provider.refreshAll();
        if (documents.size() <= SMALL) {
            expand(List.copyOf(folders.values()));
        }
    }

    /** Shows what became of some documents, also of new ones. */
    void show(Collection<IngestProgress> progress) {
        boolean grown = false;
        for (IngestProgress one : progress) {
            states.put(one.document(), one.state());
            TreeEntry.File known = files.get(one.document());
            if (known == null) {
                add(new TreeEntry.File(one.path(), one.document(), Instant.now()));
                grown = true;
            } else {
                provider.refreshItem(known);
            }
        }
        if (grown) {
            provider.refreshAll();
        }
    }

    /** Shows the title and time that a document has by now. */
    void reread(Document document) {
        TreeEntry.File known = files.get(document.id());
        if (known != null) {
            read.put(document.id(), document);
            provider.refreshItem(known);
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    int size() {
        return files.size();
    }

    /** How many documents cannot be read. */
    long failures() {
        return states.values().stream().filter(IngestState.Failed.class::isInstance).count();
    }

    private void add(Document document) {
        read.put(document.id(), document);
        add(new TreeEntry.File(document.path(), document.id(), document.changedAt()));
    }

    private void add(TreeEntry.File file) {
        files.put(file.document(), file);
        data.addItem(folder(file.parent()), file);
    }

    private TreeEntry.@Nullable Folder folder(String path) {
        if (path.isEmpty()) {
            return null;
        }
        TreeEntry.Folder known = folders.get(path);
        if (known == null) {
            known = new TreeEntry.Folder(path);
            folders.put(path, known);
            data.addItem(folder(known.parent()), known);
        }
        return known;
    }

    private Div name(TreeEntry entry) {
        Div name = new Div();
        name.addClassName("entry");
        switch (entry) {
            case TreeEntry.Folder folder ->
                    name.add(new Icon(VaadinIcon.FOLDER_O), new Span(folder.name()));
            case TreeEntry.File file -> {
                name.add(
                        new Icon(VaadinIcon.FILE_TEXT_O),
                        new Anchor(DocumentNavigation.address(file.document()), file.name()));
                Document document = read.get(file.document());
                String title = document == null ? file.name() : document.title();
                if (!title.equals(file.name())) {
                    Span words = new Span(title);
                    words.addClassName("secondary");
                    name.add(words);
                }
            }
        }
        return name;
    }

    private Span state(TreeEntry entry) {
        return switch (entry) {
            case TreeEntry.Folder folder -> new Span();
            case TreeEntry.File file -> StateText.of(states.get(file.document()));
        };
    }

    private Span changed(TreeEntry entry) {
        return switch (entry) {
            case TreeEntry.Folder folder -> new Span();
            case TreeEntry.File file -> {
                Document document = read.get(file.document());
                yield new Span(
                        new TimeText(document == null ? file.seenAt() : document.changedAt()));
            }
        };
    }
}
