package io.opslore.testing;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches a page for anything that a shown text should not be able to do: run a script, open a
 * dialog, or leave an element or attribute that could.
 */
public final class TestingIntruder {

    private static final String TRAP =
            """
            window.__ran = 0;
            for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox'])
              window[name] = () => { window.__ran++; };
            """;

    /** Whatever a person may do to a text on the page; the portal's own controls are left alone. */
    private static final String TOUCH =
            """
            (root) => {
              for (const element of document.querySelectorAll(root + ' *')) {
                if (element.tagName.includes('-') || element.closest('a, button, vaadin-button'))
                  continue;
                for (const kind of ['mouseover', 'mouseenter', 'pointerenter', 'pointerdown',
                    'click', 'toggle', 'copy', 'keydown', 'contextmenu', 'wheel', 'scroll'])
                  element.dispatchEvent(new Event(kind, { bubbles: false, cancelable: true }));
                if (element.tabIndex >= 0 && element.focus) element.focus({ preventScroll: true });
              }
            }
            """;

    private static final String SCAN =
            """
            (root) => {
              const bad = [];
              const never = 'script,iframe,object,embed,frame,form,base,meta,link,style,video,audio,'
                + 'source,portal,fencedframe,applet,math,foreignObject,template,marquee';
              for (const element of document.querySelectorAll(root + ' *')) {
                if (element.matches(never)) bad.push(element.outerHTML.slice(0, 200));
                for (const attribute of element.attributes) {
                  const name = attribute.name.toLowerCase(), value = attribute.value;
                  if (name.startsWith('on') || name === 'srcdoc' || name === 'formaction'
                      || name === 'ping' || name === 'background' || name === 'srcset'
                      || (['href', 'src', 'action', 'xlink:href', 'data', 'poster'].includes(name)
                        && (/^[\\s\\x00-\\x20]*[a-z.+-]*:/i.test(value) && !/^(data:image\\/svg)/.test(value)
                          || /^[\\s]*[\\/\\\\]{2}/.test(value))))
                    bad.push(element.outerHTML.slice(0, 200));
                }
              }
              return bad.slice(0, 10);
            }
            """;

    private final Page page;
    private final List<String> dialogs = new ArrayList<>();

    private TestingIntruder(Page page) {
        this.page = page;
    }

    /** Watches from the next navigation on. */
    public static TestingIntruder in(Page page) {
        var intruder = new TestingIntruder(page);
        page.addInitScript(TRAP);
        page.onDialog(dialog -> {
            intruder.dialogs.add(dialog.message());
            dialog.dismiss();
        });
        return intruder;
    }

    /**
     * What went wrong on the page as it stands, after everything on it was touched; empty is good.
     *
     * @param root a selector of what holds the texts
     */
    public List<String> found(String root) {
        page.evaluate(TOUCH, root);
        var found = new ArrayList<>(dialogs);
        for (Object bad : (List<?>) page.evaluate(SCAN, root)) {
            found.add("Element: " + bad);
        }
        for (Frame frame : page.frames()) {
            Object ran = frame.evaluate("window.__ran || 0");
            if (!"0".equals(String.valueOf(ran))) {
                found.add("Scripts ran in " + frame.url() + ": " + ran);
            }
        }
        return found;
    }
}
