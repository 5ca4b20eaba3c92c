// Keys of the search page: "/" goes to the field, arrows go through what was found.
(() => {
  if (window.opsloreSearch) {
    return;
  }
  window.opsloreSearch = true;

  const field = () => document.querySelector('.search-view .search-field');
  const typing = (element) =>
    element?.closest?.('input, textarea, [contenteditable], vaadin-text-field, vaadin-text-area');

  // What shadow roots hide behind their host is found by the event's path.
  const origin = (event) => event.composedPath()[0];

  document.addEventListener('keydown', (event) => {
    const view = document.querySelector('.search-view');
    if (!view || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (event.key === '/' && !typing(origin(event))) {
      event.preventDefault();
      field()?.focus();
      return;
    }
    const down = event.key === 'ArrowDown';
    if (!down && event.key !== 'ArrowUp') {
      return;
    }
    const links = [...view.querySelectorAll('.result-title')];
    const inField = field()?.contains(event.target);
    const at = links.findIndex((link) => link.closest('li').contains(event.target));
    if (!links.length || (!inField && at < 0) || (inField && !down)) {
      return;
    }
    event.preventDefault();
    const next = inField ? 0 : at + (down ? 1 : -1);
    if (next < 0) {
      field().focus();
    } else {
      links[Math.min(next, links.length - 1)].focus();
    }
  });
})();
