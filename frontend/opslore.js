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
    // Shows a part of a text, or rather the first cited piece within it.
    show(container, part) {
      if (!part) {
        return;
      }
      const target = part.matches('.cited') ? part : part.querySelector('.cited') ?? part;
      requestAnimationFrame(() => target.scrollIntoView({ block: 'center' }));
    },

    // Keeps the end in sight while it grows, as long as the reader has not scrolled away from it.
    follow(scroller) {
      if (scroller.following) {
        return;
      }
      scroller.following = { stuck: true };
      const toEnd = () => {
        if (scroller.following.stuck) {
          scroller.scrollTop = scroller.scrollHeight;
        }
      };
      scroller.addEventListener('scroll', () => {
        const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
        scroller.following.stuck = below < 48;
      });
      const watch = new ResizeObserver(toEnd);
      watch.observe(scroller);
      for (const child of scroller.children) {
        watch.observe(child);
      }
      toEnd();
    },

    // Goes to the end whatever the reader looked at, for a question of their own.
    toEnd(scroller) {
      if (scroller.following) {
        scroller.following.stuck = true;
      }
      scroller.scrollTop = scroller.scrollHeight;
    },

    focusMarker(container, marker) {
      container.querySelector(`a.cite[data-cite="${marker}"]`)?.focus();
    },
  };
})();
