// An open page that loses its push channel says so, and no longer once it has it again. Vaadin does
// that for what a person clicks; a page on which words come in would just stand still.
(() => {
  if (window.opsloreAway) {
    return;
  }
  window.opsloreAway = true;

  // A channel that is cut and opened again at once is no news.
  const PATIENCE = 3000;
  const LOST = ['closed', 're-connecting', 'error'];
  const THERE = ['opening', 're-opening', 'messageReceived'];

  let waiting;
  let said = false;

  const say = () => {
    said = true;
    window.Vaadin.connectionState.state = 'reconnecting';
  };
  const lost = () => {
    waiting ??= setTimeout(say, PATIENCE);
  };
  const found = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (said) {
      said = false;
      window.Vaadin.connectionState.state = 'connected';
    }
  };

  document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status');
  window.vaadinPush.atmosphere.addCallback(({ state }) => {
    if (LOST.includes(state)) {
      lost();
    } else if (THERE.includes(state)) {
      found();
    }
  });
})();
