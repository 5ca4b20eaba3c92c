// Draws the pages of a PDF with pdf.js, which the portal brings along: only pages that are near what is seen, with
// their text on top so that it can be selected, and the cited text marked in it. A module, loaded with the first PDF.
const home = new URL('pdfjs/', document.baseURI).href;
const steps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const pixelsPerPoint = 96 / 72;
const mostPixels = 16_000_000;
let library;

const loaded = () => {
  library ??= import(`${home}build/pdf.min.mjs`).then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = `${home}build/pdf.worker.min.mjs`;
    return pdfjs;
  });
  return library;
};

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

const button = (label, text, onClick) => {
  const made = element('button', 'pdf-button', text);
  made.type = 'button';
  made.title = label;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', onClick);
  return made;
};

// Letters and digits alone: two programs that read one page agree on these, not on spaces and hyphens.
const letters = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

// Where each letter of the page stands: piece by piece, with its offset in the piece.
const alphabet = (pieces) => {
  const places = [];
  let text = '';
  pieces.forEach((piece, index) => {
    let offset = 0;
    for (const character of piece) {
      const kept = letters(character);
      for (let i = 0; i < kept.length; i++) {
        places.push({ index, from: offset, to: offset + character.length });
      }
      text += kept;
      offset += character.length;
    }
  });
  return { text, places };
};

// Looks for all lines in one run first, then for each by itself: a page's columns may be read in another order.
const findLines = (text, lines) => {
  const wanted = lines.map(letters).filter((line) => line.length > 0);
  const all = wanted.join('');
  const whole = all ? text.indexOf(all) : -1;
  if (whole >= 0) {
    return [[whole, whole + all.length]];
  }
  const found = [];
  let after = 0;
  for (const line of wanted) {
    const next = text.indexOf(line, after);
    const at = next >= 0 ? next : text.indexOf(line);
    if (at >= 0 && (line.length > 3 || next >= 0)) {
      found.push([at, at + line.length]);
      after = at + line.length;
    }
  }
  return found;
};

const markLines = (divs, pieces, lines) => {
  const { text, places } = alphabet(pieces);
  const ranges = new Map();
  for (const [start, end] of findLines(text, lines)) {
    for (const place of places.slice(start, end)) {
      const range = ranges.get(place.index);
      ranges.set(place.index, [
        Math.min(range?.[0] ?? place.from, place.from),
        Math.max(range?.[1] ?? place.to, place.to),
      ]);
    }
  }
  for (const [index, [from, to]] of ranges) {
    const piece = pieces[index];
    const end = to + (/^[^\p{L}\p{N}\s]*/u.exec(piece.slice(to))?.[0].length ?? 0);
    divs[index].replaceChildren(
      piece.slice(0, from),
      element('mark', 'pdf-cited', piece.slice(from, end)),
      piece.slice(end),
    );
  }
  return ranges.size > 0;
};

class Pages {
  constructor(root, options) {
    this.root = root;
    this.options = options;
    this.scroller = root.closest('.document-view') ?? document.scrollingElement;
    this.zoom = null;
    this.near = new Set();
    this.pages = [];
    this.number = 1;
  }

  async open() {
    this.status = element('p', 'pdf-status', this.options.loading);
    this.status.setAttribute('role', 'status');
    this.root.replaceChildren(this.status);
    try {
      this.pdfjs = await loaded();
      this.task = this.pdfjs.getDocument({
        url: new URL(this.options.address, document.baseURI).href,
        cMapUrl: `${home}cmaps/`,
        cMapPacked: true,
        standardFontDataUrl: `${home}standard_fonts/`,
        wasmUrl: `${home}wasm/`,
        isEvalSupported: false,
        enableXfa: false,
        disableAutoFetch: true,
        disableStream: true,
        rangeChunkSize: 512 * 1024,
        verbosity: this.pdfjs.VerbosityLevel.ERRORS,
      });
      this.document = await this.task.promise;
      this.first = (await this.document.getPage(1)).getViewport({ scale: 1 });
    } catch (broken) {
      this.status.textContent = this.options.broken;
      this.root.classList.add('broken');
      return;
    }
    if (!this.root.isConnected) {
      this.task.destroy();
      return;
    }
    this.layOut();
    this.listen();
    const cited = Object.keys(this.options.cited).map(Number);
    if (cited.length > 0) {
      this.go(Math.min(...cited));
    }
  }

  layOut() {
    const { options } = this;
    this.field = element('input', 'pdf-number');
    this.field.type = 'number';
    this.field.min = 1;
    this.field.max = this.document.numPages;
    this.field.value = 1;
    this.field.setAttribute('aria-label', options.page);
    this.percent = element('output', 'pdf-percent');
    this.bar = element(
      'div',
      'pdf-bar',
      button(options.earlier, '↑', () => this.go(this.number - 1)),
      button(options.later, '↓', () => this.go(this.number + 1)),
      this.field,
      element('span', 'secondary', `/ ${this.document.numPages}`),
      element('span', 'pdf-space'),
      button(options.smaller, '−', () => this.step(-1)),
      this.percent,
      button(options.larger, '+', () => this.step(1)),
      button(options.fit, '↔', () => this.setZoom(null)),
    );
    this.bar.setAttribute('role', 'toolbar');
    this.bar.setAttribute('aria-label', options.tools);
    this.body = element('div', 'pdf-body');
    this.body.tabIndex = 0;
    this.body.setAttribute('role', 'region');
    this.body.setAttribute('aria-label', options.pages);
    for (let number = 1; number <= this.document.numPages; number++) {
      const box = element('div', 'pdf-page');
      box.dataset.page = number;
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', `${options.page} ${number}`);
      this.pages.push({ number, box, size: this.first });
      this.body.append(box);
    }
    this.root.replaceChildren(this.bar, this.body);
    this.resize();
  }

  listen() {
    this.field.addEventListener('change', () => this.go(Number(this.field.value)));
    this.body.addEventListener('keydown', (event) => this.key(event));
    this.watch = new IntersectionObserver((entries) => this.seen(entries), {
      root: this.scroller,
      rootMargin: '700px 0px',
    });
    this.pages.forEach((page) => this.watch.observe(page.box));
    this.width = this.root.clientWidth;
    this.sizes = new ResizeObserver(() => {
      if (this.root.clientWidth > 0 && this.root.clientWidth !== this.width) {
        this.width = this.root.clientWidth;
        this.resize();
      }
    });
    this.sizes.observe(this.root);
    this.onScroll = () => {
      this.frame ??= requestAnimationFrame(() => {
        this.frame = null;
        this.tellNumber();
      });
    };
    this.scroller.addEventListener('scroll', this.onScroll, { passive: true });
  }

  key(event) {
    const keys = {
      '+': () => this.step(1),
      '=': () => this.step(1),
      '-': () => this.step(-1),
      0: () => this.setZoom(null),
      ArrowRight: () => this.go(this.number + 1),
      ArrowLeft: () => this.go(this.number - 1),
      Home: () => this.go(1),
      End: () => this.go(this.pages.length),
    };
    if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      keys[event.key]();
    }
  }

  seen(entries) {
    if (!this.root.isConnected) {
      this.close();
      return;
    }
    for (const entry of entries) {
      const page = this.pages[entry.target.dataset.page - 1];
      if (entry.isIntersecting) {
        this.near.add(page);
        this.draw(page);
      } else {
        this.near.delete(page);
        this.clear(page);
      }
    }
    this.tellNumber();
  }

  close() {
    this.watch.disconnect();
    this.sizes.disconnect();
    this.scroller.removeEventListener('scroll', this.onScroll);
    this.task.destroy();
  }

  fitting(size) {
    return Math.max(0.1, (this.root.clientWidth - 2) / (size.width * pixelsPerPoint));
  }

  // Fits the width, but is no larger than is pleasant to read unless a person asks.
  scaleOf(size) {
    return (this.zoom ?? Math.min(this.fitting(size), 1.25)) * pixelsPerPoint;
  }

  step(by) {
    const now = this.scaleOf(this.first) / pixelsPerPoint;
    const next = by > 0 ? steps.find((step) => step > now + 0.01) : steps.findLast((step) => step < now - 0.01);
    this.setZoom(next ?? now);
  }

  setZoom(zoom) {
    this.zoom = zoom;
    this.resize();
  }

  resize() {
    const kept = this.pages[this.number - 1].box;
    const top = kept.getBoundingClientRect();
    const offset = top.height ? (this.edge() - top.top) / top.height : 0;
    for (const page of this.pages) {
      this.measure(page);
      this.clear(page);
    }
    this.percent.textContent = `${Math.round((this.scaleOf(this.first) / pixelsPerPoint) * 100)} %`;
    if (offset > 0) {
      const moved = kept.getBoundingClientRect();
      this.scroller.scrollTop += moved.top + offset * moved.height - this.edge();
    }
    this.near.forEach((page) => this.draw(page));
  }

  measure(page) {
    const scale = this.scaleOf(page.size);
    page.box.style.width = `${Math.floor(page.size.width * scale)}px`;
    page.box.style.height = `${Math.floor(page.size.height * scale)}px`;
    page.box.style.setProperty('--total-scale-factor', scale);
  }

  clear(page) {
    page.turn = (page.turn ?? 0) + 1;
    page.drawing?.cancel();
    page.drawing = null;
    page.box.replaceChildren();
  }

  async draw(page) {
    this.clear(page);
    const turn = page.turn;
    try {
      const content = await this.document.getPage(page.number);
      page.size = content.getViewport({ scale: 1 });
      this.measure(page);
      const viewport = content.getViewport({ scale: this.scaleOf(page.size) });
      const text = await content.getTextContent();
      if (turn !== page.turn) {
        return;
      }
      await Promise.all([this.paint(page, content, viewport), this.write(page, text, viewport)]);
    } catch (failed) {
      if (turn === page.turn && failed?.name !== 'RenderingCancelledException') {
        page.box.replaceChildren(element('p', 'pdf-status', this.options.brokenPage));
      }
    }
  }

  paint(page, content, viewport) {
    const sharp = Math.min(
      window.devicePixelRatio || 1,
      Math.sqrt(mostPixels / Math.max(1, viewport.width * viewport.height)),
    );
    const canvas = element('canvas', '');
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    canvas.setAttribute('aria-hidden', 'true');
    page.box.prepend(canvas);
    page.drawing = content.render({
      canvas,
      viewport,
      transform: [sharp, 0, 0, sharp, 0, 0],
      annotationMode: this.pdfjs.AnnotationMode.ENABLE,
    });
    return page.drawing.promise;
  }

  async write(page, text, viewport) {
    const container = element('div', 'pdf-text');
    page.box.append(container);
    const layer = new this.pdfjs.TextLayer({ textContentSource: text, container, viewport });
    await layer.render();
    const lines = this.options.cited[page.number];
    if (lines && container.isConnected) {
      this.mark(page, layer, lines);
    }
  }

  mark(page, layer, lines) {
    const found = markLines(layer.textDivs, layer.textContentItemsStr, lines);
    page.box.classList.toggle('cited-page', !found);
    page.box.title = found ? '' : this.options.citedPage;
    if (!this.shown && page.number === Math.min(...Object.keys(this.options.cited).map(Number))) {
      this.shown = true;
      page.box.querySelector('.pdf-cited')?.scrollIntoView({ block: 'center' });
    }
  }

  edge() {
    return this.bar.getBoundingClientRect().bottom;
  }

  go(number) {
    const wanted = Math.min(Math.max(Math.round(number) || 1, 1), this.pages.length);
    this.pages[wanted - 1].box.scrollIntoView({ block: 'start' });
    this.tell(wanted);
  }

  // The page under the middle of what is seen.
  tellNumber() {
    const seen = this.scroller.getBoundingClientRect();
    const middle = (this.edge() + seen.bottom) / 2;
    for (const page of this.near) {
      const { top, bottom } = page.box.getBoundingClientRect();
      if (top <= middle && bottom > middle) {
        this.tell(page.number);
      }
    }
  }

  tell(number) {
    this.number = number;
    if (document.activeElement !== this.field) {
      this.field.value = number;
    }
  }
}

export const show = (root, options) => new Pages(root, options).open();
