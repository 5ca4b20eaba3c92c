// Walking from change to change within a comparison. Loaded once as a static file.
(() => {
  if (window.opsloreChanges) {
    return;
  }
  window.opsloreChanges = true;

  const changes = (view) => [...view.querySelectorAll('tr[data-change]')];

  const step = (view, by) => {
    const all = changes(view);
    if (all.length === 0) {
      return;
    }
    const now = all.findIndex((row) => row.classList.contains('here'));
    const to = now < 0 ? (by > 0 ? 0 : all.length - 1) : (now + by + all.length) % all.length;
    all[now]?.classList.remove('here');
    const row = all[to];
    row.classList.add('here');
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    const place = view.querySelector('.diff-place');
    place.textContent = place.dataset.template.replace('#', row.dataset.change);
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('.diff-previous, .diff-next');
    if (button) {
      step(button.closest('.diff-view'), button.matches('.diff-next') ? 1 : -1);
    }
  });

  const typing = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName ?? '');

  // A Cyrillic keyboard has other letters on these keys.
  const letter = (event) =>
    /^[a-z]$/i.test(event.key) ? event.key : (event.code ?? '').replace('Key', '').toLowerCase();

  document.addEventListener('keydown', (event) => {
    const pressed = letter(event);
    if (event.ctrlKey || event.metaKey || event.altKey || !['n', 'p'].includes(pressed)) {
      return;
    }
    const path = event.composedPath();
    const views = document.querySelectorAll('.diff-view');
    const view = path.find((element) => element.matches?.('.diff-view')) ?? (views.length === 1 ? views[0] : null);
    if (!view || path.some(typing) || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) {
      return;
    }
    event.preventDefault();
    step(view, pressed === 'n' ? 1 : -1);
  });
})();
