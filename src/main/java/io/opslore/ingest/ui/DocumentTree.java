package io.opslore.ingest.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import io.opslore.ingest.IngestProgress;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.RevisionId;
import io.opslore.library.Twins;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The folders and documents of a space with the state of each; only visible rows are sent. */
final class DocumentTree extends TreeGrid<TreeEntry> {

    /** A space this small is shown with its folders open. */
    private static final int SMALL = 60;

    private static final String STATE_WIDTH = "17rem";

    private final TreeData<TreeEntry> data = new TreeData<>();
    private final TreeDataProvider<TreeEntry> provider = new TreeDataProvider<>(data);
    private final Map<String, TreeEntry.Folder> folders = new HashMap<>();
    private final Shelf shelf = new Shelf();
    private final TreeCells cells = new TreeCells(shelf);
    private final Map<Browsing.Sort, Column<TreeEntry>> columns = new HashMap<>();
    private Browsing browsing = Browsing.ALL;
    private int shown;

    DocumentTree() {
        columns.put(
                Browsing.Sort.NAME,
                addComponentHierarchyColumn(cells::name)
                        .setHeader(getTranslation("sources.document"))
                        .setFlexGrow(1));
        columns.put(
                Browsing.Sort.STATE,
                addComponentColumn(cells::state)
                        .setHeader(getTranslation("sources.state"))
                        .setWidth(STATE_WIDTH)
                        .setFlexGrow(0));
        columns.put(
                Browsing.Sort.CHANGED,
                addComponentColumn(cells::changed)
                        .setHeader(getTranslation("sources.changed"))
                        .setWidth("9rem")
                        .setFlexGrow(0)
                        .setTextAlign(ColumnTextAlign.END));
        // Folders stay before documents whichever way the rows are turned, so the order is made
        // for the whole row, not by a column.
        columns.values().forEach(column -> column.setSortable(true).setComparator((a, b) -> 0));
        addClassName("document-tree");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(Grid.SelectionMode.NONE);
        setDataProvider(provider);
        getElement().setAttribute("aria-label", getTranslation("sources.documents.tree"));
    }

    /** Leaves out what a narrow page has no room for. */
    void setNarrow(boolean narrow) {
        column(Browsing.Sort.CHANGED).setVisible(!narrow);
        column(Browsing.Sort.STATE).setWidth(narrow ? "8.5rem" : STATE_WIDTH);
    }

    /** Offers another attempt at what failed. */
    void setRetry(Consumer<RevisionId> action) {
        cells.setRetry(action);
    }

    /** Told of the folder that was opened last, and of the order that was chosen. */
    void onBrowse(Consumer<String> folder, Consumer<Browsing> sorted) {
        addExpandListener(opened -> {
            if (opened.isFromClient()) {
                opened.getItems().forEach(item -> folder.accept(item.path()));
            }
        });
        addCollapseListener(closed -> {
            if (closed.isFromClient()) {
                closed.getItems().forEach(item -> folder.accept(item.parent()));
            }
        });
        addSortListener(change -> {
            if (change.isFromClient()) {
                sorted.accept(sorted(change.getSortOrder()));
            }
        });
    }

    /** Shows these documents instead of what was shown before. */
    void show(List<Document> documents, List<IngestProgress> progress) {
        shelf.fill(documents, progress);
        rebuild();
        if (documents.size() <= SMALL) {
            expand(List.copyOf(folders.values()));
        }
        openOnlyFolders();
        openFolder();
    }

    /** Says which documents hold the same bytes as another one, and which not all may see. */
    void showMarks(Map<DocumentId, Twins.Twin> twins, Set<DocumentId> narrowed) {
        shelf.mark(twins, narrowed);
        provider.refreshAll();
    }

    /** Shows what became of some documents, also of new ones. */
    void show(Collection<IngestProgress> progress) {
        boolean first = shelf.size() == 0;
        boolean grown = shelf.tell(progress);
        if (grown || browsing.stage() != null || browsing.sort() == Browsing.Sort.STATE) {
            rebuild();
            if (first) {
                openOnlyFolders();
            }
        } else {
            progress.forEach(one -> refresh(one.document()));
        }
    }

    /** Shows the title and time that a document has by now. */
    void reread(Document document) {
        shelf.reread(document);
        refresh(document.id());
    }

    /** Shows only some, or in another order. */
    void browse(Browsing wanted) {
        boolean folderOnly = wanted.inFolder("").equals(browsing.inFolder(""));
        browsing = wanted;
        if (!folderOnly) {
            rebuild();
            sort(order());
        }
    }

    /** All documents of the space. */
    int size() {
        return shelf.size();
    }

    /** Those that are shown. */
    int shown() {
        return shown;
    }

    /** How many documents cannot be read. */
    long failures() {
        return shelf.failures();
    }

    /** All tags that there are, in order. */
    Set<String> tags() {
        return shelf.tags();
    }

    private void rebuild() {
        data.clear();
        folders.clear();
        List<TreeEntry.File> files = shelf.shown(browsing);
        shown = files.size();
        files.forEach(file -> data.addItem(folder(file.parent()), file));
        provider.setSortComparator(comparator()::compare);
        provider.refreshAll();
        if (browsing.isNarrowed()) {
            expand(List.copyOf(folders.values()));
        }
    }

    private void refresh(DocumentId id) {
        TreeEntry.File file = shelf.file(id);
        if (file != null && data.contains(file)) {
            provider.refreshItem(file);
        }
    }

    /** Where there is nothing else to be seen, the next click is known. */
    private void openOnlyFolders() {
        List<TreeEntry> level = data.getRootItems();
        while (level.size() == 1 && level.getFirst() instanceof TreeEntry.Folder only) {
            expand(only);
            level = data.getChildren(only);
        }
    }

    private void openFolder() {
        TreeEntry.Folder wanted = folders.get(browsing.folder());
        for (TreeEntry.Folder open = wanted; open != null; open = folders.get(open.parent())) {
            expand(open);
        }
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

    private Comparator<TreeEntry> comparator() {
        Comparator<TreeEntry> files = TreeOrder.by(browsing.sort(), shelf);
        return TreeOrder.FOLDERS_FIRST.thenComparing(
                browsing.descending() ? files.reversed() : files);
    }

    private List<GridSortOrder<TreeEntry>> order() {
        SortDirection direction =
                browsing.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING;
        return List.of(new GridSortOrder<>(column(browsing.sort()), direction));
    }

    private Browsing sorted(List<GridSortOrder<TreeEntry>> order) {
        for (GridSortOrder<TreeEntry> one : order) {
            for (Browsing.Sort sort : Browsing.Sort.values()) {
                if (column(sort).equals(one.getSorted())) {
                    return browsing.sorted(sort, one.getDirection() == SortDirection.DESCENDING);
                }
            }
        }
        return browsing.sorted(Browsing.Sort.NAME, false);
    }

    private Column<TreeEntry> column(Browsing.Sort sort) {
        Column<TreeEntry> column = columns.get(sort);
        if (column == null) {
            throw new IllegalStateException("Each order has its column");
        }
        return column;
    }
}
