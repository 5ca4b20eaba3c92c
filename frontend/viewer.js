// What only the browser can do for a shown document. Loaded once as a static file.
(() => {
  if (window.opsloreViewer) {
    return;
  }

  // Only the address changes: what it leads to is on the page already.
  const setAddress = (address) => history.replaceState(history.state, '', address);

  const isPlain = (event) => !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;

  // A link to a heading of this very page scrolls to it; one beside a heading is copied as well.
  const followHeading = (event) => {
    const link = event.target.closest?.('.document-page a[href*="heading="]');
    const page = link?.closest('.prose');
    if (!page || !isPlain(event)) {
      return;
    }
    const address = new URL(link.href);
    const here = new URL(location.href);
    const sameRevision = address.searchParams.get('revision') === here.searchParams.get('revision');
    if (address.pathname !== here.pathname || !(sameRevision || link.matches('.heading-link'))) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    window.opslore.showHeading(page, headingId(address.searchParams.get('heading')));
    setAddress(address);
    if (link.matches('.heading-link')) {
      window.opslore.copy(address.href).then(() => {
        link.classList.add('copied');
        setTimeout(() => link.classList.remove('copied'), 1600);
      });
    }
  };

  const headingId = (heading) =>
    `h-${heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s+/g, '-')}`;

  let anchor = 0;

  // Marks lines and puts them into the address; with Shift, from those marked before.
  const selectLines = (number, extend) => {
    const page = number.closest('.document-page');
    const line = Number(number.dataset.line);
    const other = extend && anchor ? anchor : line;
    anchor = other;
    const first = Math.min(line, other);
    const last = Math.max(line, other);
    page.querySelectorAll('.line.cited').forEach((marked) => marked.classList.remove('cited'));
    for (let at = first; at <= last; at++) {
      page.querySelector(`#L${at}`)?.classList.add('cited');
    }
    const lines = first === last ? `L${first}` : `L${first}-L${last}`;
    setAddress(new URL(`${page.dataset.address}&lines=${lines}`, document.baseURI));
  };

  const numberOf = (event) => event.target.closest?.('.document-page .number[role="button"]');

  const onKey = (event) => {
    const number = numberOf(event);
    if (!number) {
      return;
    }
    const all = [...number.closest('.code-body').querySelectorAll('.number')].filter((one) => one.offsetParent);
    const next = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (next) {
      const other = all[all.indexOf(number) + next];
      if (other) {
        number.tabIndex = -1;
        other.tabIndex = 0;
        other.focus();
      }
    } else if (event.key === 'Enter' || event.key === ' ') {
      selectLines(number, event.shiftKey);
    } else {
      return;
    }
    event.preventDefault();
  };

  document.addEventListener('click', followHeading, true);
  document.addEventListener('click', (event) => {
    const number = numberOf(event);
    if (number) {
      selectLines(number, event.shiftKey);
    }
  });
  document.addEventListener('keydown', onKey);

  // Marks in the outline where the reader is.
  const tellPlace = (view) => {
    const page = view.querySelector('.document-page');
    const entries = [...view.querySelectorAll('.outline [data-line]')];
    if (!page || entries.length === 0) {
      return;
    }
    const left = page.getBoundingClientRect().left + 40;
    const top = view.getBoundingClientRect().top;
    const part = [60, 90, 120]
      .map((below) => document.elementFromPoint(left, top + below)?.closest('[id^="L"]'))
      .find((found) => found);
    const line = part ? Number(part.id.slice(1)) : 0;
    const current = entries.findLast((entry) => Number(entry.dataset.line) <= line);
    for (const entry of entries) {
      entry.toggleAttribute('data-here', entry === current);
    }
  };

  // Diagrams are drawn in a frame that has no part in this page, and come back as pictures, in which nothing runs.
  let frame = null;
  let drawings = 0;
  const waiting = new Map();

  const openFrame = () => {
    frame ??= new Promise((ready) => {
      const opened = document.createElement('iframe');
      opened.setAttribute('sandbox', 'allow-scripts');
      opened.setAttribute('aria-hidden', 'true');
      opened.tabIndex = -1;
      opened.className = 'diagram-frame';
      opened.src = new URL('diagrams', document.baseURI);
      window.addEventListener('message', (event) => {
        if (event.source !== opened.contentWindow) {
          return;
        }
        if (event.data?.ready) {
          ready(opened.contentWindow);
        } else {
          waiting.get(event.data?.number)?.(event.data);
          waiting.delete(event.data?.number);
        }
      });
      document.body.append(opened);
    });
    return frame;
  };

  const showDiagram = (code, drawn, words) => {
    if (!code.isConnected || typeof drawn.svg !== 'string' || !(drawn.width > 0) || !(drawn.height > 0)) {
      return;
    }
    const picture = document.createElement('img');
    picture.className = 'diagram';
    picture.alt = words.diagram;
    picture.width = Math.ceil(drawn.width);
    picture.height = Math.ceil(drawn.height);
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.svg)}`;
    const source = document.createElement('details');
    source.className = 'diagram-source';
    source.open = Boolean(code.querySelector('.cited'));
    const summary = document.createElement('summary');
    summary.textContent = words.source;
    code.replaceWith(picture, source);
    source.append(summary, code);
  };

  window.opsloreViewer = {
    // Puts the picture of each diagram above its text; what cannot be drawn stays text.
    drawDiagrams(page, diagram, source) {
      const dark = matchMedia('(prefers-color-scheme: dark)').matches;
      for (const code of page.querySelectorAll('.prose .code.mermaid')) {
        const number = ++drawings;
        const text = code.querySelector('code').textContent;
        waiting.set(number, (drawn) => showDiagram(code, drawn, { diagram, source }));
        openFrame().then((drawing) => drawing.postMessage({ number, text, dark }, '*'));
      }
    },

    // Says how large a picture is, or that it cannot be shown.
    measure(view) {
      const image = view.querySelector('img');
      image.decode().then(
        () => {
          view.querySelector('span').textContent = `${image.naturalWidth} × ${image.naturalHeight}`;
        },
        () => view.classList.add('broken'),
      );
    },

    // Keeps the outline at the place that is read.
    follow(reader) {
      const view = reader.closest('.document-view');
      if (!view || view.followed) {
        return;
      }
      view.followed = true;
      let waiting = false;
      view.addEventListener(
        'scroll',
        () => {
          if (!waiting) {
            waiting = true;
            requestAnimationFrame(() => {
              waiting = false;
              tellPlace(view);
            });
          }
        },
        { passive: true },
      );
    },
  };
})();
