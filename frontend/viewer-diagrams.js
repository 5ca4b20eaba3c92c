// Runs in a frame of its own, without an origin, cookies or network: turns Mermaid text that is sent to it into a picture
// and sends that back. Whatever a diagram makes Mermaid do, it does it here.
(() => {
  const longest = 20_000;
  const settings = {
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    suppressErrorRendering: true,
    deterministicIds: true,
    maxTextSize: longest,
  };

  // A diagram may not change how it is drawn, only what.
  const withoutSettings = (text) =>
    text.replace(/^\s*---[\s\S]*?\n---[ \t]*\n/, '').replace(/%%\{[\s\S]*?\}%%/g, '');

  const draw = async ({ number, text, dark }) => {
    mermaid.initialize({
      ...settings,
      secure: [...Object.keys(settings), 'secure', 'theme', 'themeCSS', 'themeVariables', 'fontFamily', 'altFontFamily'],
      theme: dark ? 'dark' : 'default',
    });
    const { svg } = await mermaid.render(`diagram${number}`, withoutSettings(text.slice(0, longest)));
    const box = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement.viewBox.baseVal;
    return { number, svg, width: box.width, height: box.height };
  };

  let turn = Promise.resolve();
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent) {
      return;
    }
    turn = turn
      .then(() => draw(event.data))
      .catch(() => ({ number: event.data.number, failed: true }))
      .then((drawn) => window.parent.postMessage(drawn, '*'));
  });
  window.parent.postMessage({ ready: true }, '*');
})();
