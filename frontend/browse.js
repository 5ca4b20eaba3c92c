// Keys of the source browser: "/" goes to the filter, the arrows from there into the tree, Enter opens what is focused.
(() => {
  if (window.opsloreBrowse) {
    return;
  }

  const isTyping = (event) =>
    event.composedPath()[0].matches?.('input, textarea, select, [contenteditable]') ||
    event.ctrlKey || event.metaKey || event.altKey;

  const focusedRow = (grid) => {
    const focused = grid.shadowRoot?.activeElement;
    return focused?.closest('tr[part~="row"], tr');
  };

  // What stands in a row's first cell: a document's link, or a folder's toggle.
  const openRow = (row) => {
    const contents = [...row.querySelectorAll('slot')].flatMap((slot) => slot.assignedElements({ flatten: true }));
    const link = contents.map((content) => content.querySelector('.entry > a')).find(Boolean);
    const toggle = contents.map((content) => content.querySelector('vaadin-grid-tree-toggle')).find(Boolean);
    if (link) {
      link.click();
    } else if (toggle) {
      toggle.expanded = !toggle.expanded;
    }
    return Boolean(link || toggle);
  };

  const attach = (page) => {
    if (page.browsing) {
      return;
    }
    page.browsing = true;
    page.addEventListener('keydown', (event) => {
      const tree = event.composedPath().find((part) => part.matches?.('.document-tree'));
      const filter = event.composedPath().find((part) => part.matches?.('.browse-filter'));
      if (event.key === 'Enter' && tree && event.composedPath()[0].matches('td')) {
        const row = focusedRow(tree);
        if (row && openRow(row)) {
          event.preventDefault();
          event.stopPropagation();
        }
      } else if (event.key === 'ArrowDown' && filter) {
        event.preventDefault();
        page.querySelector('.document-tree')?.shadowRoot.querySelector('#items td[tabindex="0"]')?.focus();
      }
    }, true);
  };

  document.addEventListener('keydown', (event) => {
    const filter = document.querySelector('.browse-filter');
    if (event.key === '/' && filter?.checkVisibility() && !isTyping(event)) {
      event.preventDefault();
      filter.focus();
    }
  });

  window.opsloreBrowse = { attach };
})();
