// What only the browser can do for a shown document. Loaded once as a static file.
(() => {
  if (window.opsloreViewer) {
    return;
  }

  window.opsloreViewer = {
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
  };
})();
