// What only the browser can do: the clipboard and scrolling. Loaded once as a static file.
(() => {
  if (window.opslore) {
    return;
  }

  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    // Plain http on a host name has no clipboard API.
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'off-screen';
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('.copy-code, .copy-text');
    if (!button) {
      return;
    }
    const text = button.copyText ?? button.closest('.code').querySelector('code').textContent;
    copy(text).then(() => {
      button.classList.add('copied');
      setTimeout(() => button.classList.remove('copied'), 1600);
    });
  });

  window.opslore = {
    copy,

    // Shows a part of a text, or rather the first cited piece within it.
    show(container, part) {
      if (!part) {
        return;
      }
      const target = part.matches('.cited') ? part : part.querySelector('.cited') ?? part;
      target.closest('details')?.setAttribute('open', '');
      requestAnimationFrame(() => target.scrollIntoView({ block: 'center' }));
    },

    // Shows a heading by its id; dialects differ in what they put between its words.
    showHeading(container, id) {
      const plain = (name) => name.slice(2).replace(/[_-]+/g, '-').replace(/^-|-$/g, '');
      const headings = [...container.querySelectorAll('[id^="h-"]')];
      const heading = headings.find((one) => one.id === id) ?? headings.find((one) => plain(one.id) === plain(id));
      requestAnimationFrame(() => heading?.scrollIntoView({ block: 'start' }));
      return Boolean(heading);
    },

    // Keeps the newest part in sight while it grows. A part taller than the window stays at its beginning, so that it
    // can be read from there; a reader who scrolls to the end is kept at the end, one who scrolls away is left alone.
    follow(scroller) {
      if (scroller.following) {
        return;
      }
      const following = { mode: 'beginning', place: -1 };
      scroller.following = following;
      const move = () => {
        const end = scroller.scrollHeight - scroller.clientHeight;
        const newest = scroller.firstElementChild?.lastElementChild;
        const beginning = newest
          ? newest.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop - 12
          : end;
        if (following.mode === 'end') {
          following.place = end;
        } else if (following.mode === 'beginning') {
          following.place = Math.max(scroller.scrollTop, Math.min(end, beginning));
        } else {
          return;
        }
        scroller.scrollTop = following.place;
      };
      following.move = move;
      scroller.addEventListener('scroll', () => {
        if (Math.abs(scroller.scrollTop - following.place) < 2) {
          return;
        }
        const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
        following.mode = below < 48 ? 'end' : 'away';
      });
      const watch = new ResizeObserver(move);
      watch.observe(scroller);
      for (const child of scroller.children) {
        watch.observe(child);
      }
      move();
    },

    // Goes to the newest part whatever the reader looked at, for a question of their own.
    toNewest(scroller) {
      if (scroller.following) {
        scroller.following.mode = 'beginning';
        scroller.following.move();
      }
    },

    focusMarker(container, marker) {
      container.querySelector(`a.cite[data-cite="${marker}"]`)?.focus();
    },
  };
})();
