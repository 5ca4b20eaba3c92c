// Sends many files to the portal: walks dropped folders, keeps a queue, sends some at a time, and holds out while the
// portal is away. What becomes of the files is the portal's to know and to show; the page may be left for another view.
(() => {
  if (window.opsloreBulk) {
    return;
  }

  const AT_ONCE = 3;
  const HEARTBEAT = 5000;
  const ATTEMPTS = 3;
  const LONGEST_PAUSE = 15000;
  const runs = new Map();
  let rules = { folders: [], files: [], prefixes: [], maxFile: Infinity, maxArchive: Infinity };
  let token;

  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

  // Talking to the portal ---------------------------------------------------------------------

  class Away extends Error {}
  class SignedOut extends Error {}
  class Refused extends Error {
    constructor(status) {
      super(`status ${status}`);
      this.status = status;
    }
  }

  const plainFetch = async (path, options) => {
    let answer;
    try {
      answer = await fetch(new URL(`batches${path}`, document.baseURI), options);
    } catch (error) {
      if (options.signal?.aborted) {
        throw error;
      }
      throw new Away(error.message);
    }
    if (answer.status === 401) {
      throw new SignedOut();
    }
    if ([502, 503, 504].includes(answer.status)) {
      throw new Away(`status ${answer.status}`);
    }
    return answer;
  };

  const freshToken = async () => {
    const answer = await plainFetch('/token', { method: 'GET' });
    if (!answer.ok) {
      throw new Refused(answer.status);
    }
    return answer.json();
  };

  // A token is good for one sign-in; after a second one the first change is refused, and a new one is asked for.
  const call = async (method, path, body, headers = {}, signal = undefined) => {
    for (let renewed = false; ; renewed = true) {
      token ??= await freshToken();
      const answer = await plainFetch(path, {
        method,
        body,
        signal,
        headers: { ...headers, [token.header]: token.value },
      });
      if (answer.status === 403 && !renewed) {
        token = undefined;
        continue;
      }
      if (!answer.ok) {
        throw new Refused(answer.status);
      }
      return answer.status === 204 ? {} : answer.json();
    }
  };

  const post = (path, value) =>
    call('POST', path, JSON.stringify(value ?? {}), { 'Content-Type': 'application/json' });

  // Choosing ----------------------------------------------------------------------------------

  const rubbish = (path) => {
    const parts = path.split('/');
    const name = parts.pop().toLowerCase();
    for (let i = 0; i < parts.length; i++) {
      if (rules.folders.includes(parts[i].toLowerCase())) {
        return `${parts.slice(0, i + 1).join('/')}/`;
      }
    }
    return rules.files.includes(name) || rules.prefixes.some((prefix) => name.startsWith(prefix)) ? path : undefined;
  };

  const isArchive = (path) => /\.(zip|tar|tar\.gz|tgz)$/i.test(path);

  // One call brings at most a hundred entries: it must be repeated until it brings none.
  const listed = async (folder) => {
    const reader = folder.createReader();
    const all = [];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (some.length === 0) {
        return all;
      }
      all.push(...some);
    }
  };

  const walk = async (entry, path, found) => {
    const ignored = rubbish(entry.isDirectory ? `${path}/x` : path);
    if (ignored) {
      found.passedOver.set(ignored, 'RUBBISH');
      return;
    }
    try {
      if (entry.isDirectory) {
        for (const child of await listed(entry)) {
          await walk(child, `${path}/${child.name}`, found);
        }
      } else {
        found.files.push({ path, file: await new Promise((done, failed) => entry.file(done, failed)) });
      }
    } catch {
      found.passedOver.set(path, 'UNREADABLE');
    }
  };

  const fromDrop = async (items) => {
    const found = { files: [], passedOver: new Map() };
    // The list is only valid during the event.
    const entries = [...items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry());
    for (const entry of entries.filter(Boolean)) {
      await walk(entry, entry.name, found);
    }
    return found;
  };

  const fromInput = (list) => {
    const found = { files: [], passedOver: new Map() };
    for (const file of list) {
      const path = file.webkitRelativePath || file.name;
      const ignored = rubbish(path);
      if (ignored) {
        found.passedOver.set(ignored, 'RUBBISH');
      } else {
        found.files.push({ path, file });
      }
    }
    return found;
  };

  const nameOf = (files) => {
    const first = files[0].path.split('/');
    if (first.length > 1 && files.every((one) => one.path.startsWith(`${first[0]}/`))) {
      return `${first[0]}/`;
    }
    return files.length === 1 ? files[0].path : `${first[0]} + ${files.length - 1}`;
  };

  // Sending -----------------------------------------------------------------------------------

  class Run {
    constructor(space, found) {
      this.space = space;
      this.found = found;
      this.queue = [...found.files];
      this.unsent = [];
      this.state = 'RUNNING';
      this.abort = new AbortController();
    }

    async begin() {
      const { files, passedOver } = this.found;
      const bytes = files.reduce((sum, one) => sum + one.file.size, 0);
      const begun = await post('', {
        space: this.space,
        name: files.length ? nameOf(files) : [...passedOver.keys()][0],
        files: files.length,
        bytes,
      });
      this.id = begun.batch;
      runs.set(this.id, this);
      this.beat();
      this.all().catch(() => this.cancel());
    }

    async all() {
      const left = [...this.found.passedOver].map(([path, reason]) => ({ path, reason, detail: '' }));
      for (let at = 0; at < left.length; at += 500) {
        await this.holdOut(() => post(`/${this.id}/passed-over`, left.slice(at, at + 500)));
      }
      await this.work();
    }

    async work() {
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.lane()));
      if (this.state !== 'CANCELLED') {
        await this.holdOut(() => post(`/${this.id}/finished`)).catch(() => {});
      }
      this.state = this.state === 'CANCELLED' ? 'CANCELLED' : 'DONE';
      clearInterval(this.timer);
      if (this.unsent.length === 0) {
        runs.delete(this.id);
      }
    }

    async lane() {
      while (this.state === 'RUNNING' || this.state === 'PAUSED') {
        if (this.state === 'PAUSED') {
          await sleep(200);
          continue;
        }
        const next = this.queue.shift();
        if (!next) {
          return;
        }
        await this.send(next);
      }
    }

    async send(one) {
      const limit = isArchive(one.path) ? rules.maxArchive : rules.maxFile;
      if (one.file.size > limit) {
        await this.passOver(one, 'TOO_LARGE', `${one.file.size} bytes`);
        return;
      }
      for (let attempt = 1; ; attempt++) {
        try {
          const headers = { 'X-Path': encodeURIComponent(one.path), 'Content-Type': 'application/octet-stream' };
          const now = await call('PUT', `/${this.id}/files`, one.file, headers, this.abort.signal);
          this.hear(now.state);
          return;
        } catch (error) {
          if (this.abort.signal.aborted) {
            return;
          }
          if (error instanceof Refused && error.status < 500) {
            await this.refused(one, error.status);
            return;
          }
          const faulty = await this.isToBlame(one, error);
          if (faulty === 'UNREADABLE' || (faulty && attempt >= ATTEMPTS)) {
            await this.passOver(one, faulty, error.message);
            return;
          }
          if (!faulty) {
            attempt = 0;
          }
          await sleep(500 * Math.max(1, attempt));
        }
      }
    }

    // Where the portal answers other questions, the fault lies with the file or with its way.
    async isToBlame(one, error) {
      try {
        await one.file.slice(0, 1).arrayBuffer();
      } catch {
        return 'UNREADABLE';
      }
      if (error instanceof Refused) {
        return 'NOT_STORED';
      }
      if (error instanceof SignedOut || !(await this.heardAtOnce())) {
        await this.holdOut(() => post(`/${this.id}/heard`));
        return undefined;
      }
      return 'NOT_SENT';
    }

    async heardAtOnce() {
      try {
        this.hear((await post(`/${this.id}/heard`)).state);
        return true;
      } catch {
        return false;
      }
    }

    async refused(one, status) {
      if (status === 403 || status === 404) {
        this.state = 'CANCELLED';
      }
      await this.passOver(one, status === 403 || status === 404 ? 'NOT_ALLOWED' : 'NOT_SENT', `status ${status}`);
    }

    async passOver(one, reason, detail) {
      if (reason === 'NOT_SENT' || reason === 'NOT_STORED') {
        this.unsent.push(one);
      }
      await this.holdOut(() => post(`/${this.id}/passed-over`, [{ path: one.path, reason, detail }])).catch(() => {});
    }

    // Tries until the portal is back and the person signed in again.
    async holdOut(action) {
      for (let pause = 1000; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
        try {
          return await action();
        } catch (error) {
          if (error instanceof Refused || this.state === 'CANCELLED') {
            throw error;
          }
          await sleep(pause);
        }
      }
    }

    hear(state) {
      if (state === 'CANCELLED') {
        this.cancel();
      } else if (state === 'PAUSED' || (state === 'RUNNING' && this.state === 'PAUSED')) {
        this.state = state;
      }
    }

    cancel() {
      this.state = 'CANCELLED';
      this.queue = [];
      this.abort.abort();
    }

    again() {
      const count = this.unsent.length;
      if (count > 0 && this.state === 'DONE') {
        this.queue = this.unsent;
        this.unsent = [];
        this.state = 'RUNNING';
        this.beat();
        this.work();
      }
      return count;
    }

    beat() {
      this.timer = setInterval(() => this.heardAtOnce(), HEARTBEAT);
    }

    isSending() {
      return this.state === 'RUNNING' || this.state === 'PAUSED';
    }

    left() {
      if (this.isSending() && token) {
        fetch(new URL(`batches/${this.id}/left`, document.baseURI), {
          method: 'POST',
          keepalive: true,
          headers: { [token.header]: token.value },
        });
      }
    }
  }

  const sending = () => [...runs.values()].filter((run) => run.isSending());

  addEventListener('beforeunload', (event) => {
    if (sending().length > 0) {
      event.preventDefault();
    }
  });
  addEventListener('pagehide', () => sending().forEach((run) => run.left()));

  // The page ----------------------------------------------------------------------------------

  const chooser = (zone, folder) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.hidden = true;
    input.webkitdirectory = folder;
    input.className = folder ? 'choose-folder' : 'choose-files';
    input.addEventListener('change', () => {
      zone.send(fromInput(input.files));
      input.value = '';
    });
    zone.append(input);
    return input;
  };

  const withFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');

  window.opsloreBulk = {
    // Makes an element take files for a space: dropped on it, or chosen by two buttons.
    attach(zone, space, given, filesButton, folderButton) {
      rules = given;
      zone.space = space;
      if (zone.send) {
        return;
      }
      zone.send = async (foundOrPromise) => {
        zone.classList.add('looking');
        try {
          const found = await foundOrPromise;
          if (found.files.length + found.passedOver.size > 0) {
            await new Run(zone.space, found).begin();
          }
        } catch (error) {
          zone.dispatchEvent(new CustomEvent('not-begun', { detail: String(error.message) }));
        } finally {
          zone.classList.remove('looking');
        }
      };
      const files = chooser(zone, false);
      const folder = chooser(zone, true);
      filesButton.addEventListener('click', () => files.click());
      folderButton.addEventListener('click', () => folder.click());
      let depth = 0;
      const over = (by) => {
        depth = by === 0 ? 0 : depth + by;
        zone.toggleAttribute('dragover', depth > 0);
      };
      zone.addEventListener('dragenter', (event) => withFiles(event) && over(1));
      zone.addEventListener('dragleave', (event) => withFiles(event) && over(-1));
      zone.addEventListener('dragover', (event) => withFiles(event) && event.preventDefault());
      zone.addEventListener('drop', (event) => {
        if (withFiles(event)) {
          event.preventDefault();
          over(0);
          zone.send(fromDrop(event.dataTransfer.items));
        }
      });
    },

    // Told by the page when the person decides, so that nothing waits for the next heartbeat.
    hear(batch, state) {
      runs.get(batch)?.hear(state);
    },

    // Sends once more what could not be sent, and says how much that is.
    again(batch) {
      return runs.get(batch)?.again() ?? 0;
    },
  };
})();
