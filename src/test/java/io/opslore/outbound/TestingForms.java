package io.opslore.outbound;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Spellings of addresses that lead to this machine, or to where it would have no business. */
public final class TestingForms {

    private static final List<String> NUMBERS =
            List.of(
                    "127.0.0.1",
                    "127.0.0.2",
                    "127.1",
                    "127.0.1",
                    "127.255.255.254",
                    "127.1.2.3",
                    "2130706433",
                    "2130706434",
                    "6425673729",
                    "0x7f000001",
                    "0x7F000001",
                    "0x7f.0x0.0x0.0x1",
                    "0x7f.1",
                    "0x7f.0.1",
                    "0177.0.0.1",
                    "0177.0.0.01",
                    "0177.1",
                    "017700000001",
                    "00000177.0.0.1",
                    "127.000.000.001",
                    "127.0x0.0.1",
                    "127.0.0x1",
                    "127.0.0.01",
                    "127.0.257",
                    "127.65537",
                    "0",
                    "00",
                    "0x0",
                    "0.0",
                    "0.0.0",
                    "0.0.0.0",
                    "0.0.0.1",
                    "127.0.0.1.",
                    "0.0.0.0.",
                    "2130706433.");

    private static final List<String> SIXES =
            List.of(
                    "::1",
                    "0:0:0:0:0:0:0:1",
                    "0000:0000:0000:0000:0000:0000:0000:0001",
                    "::0001",
                    "0::1",
                    "::",
                    "0:0:0:0:0:0:0:0",
                    "::ffff:127.0.0.1",
                    "::ffff:7f00:1",
                    "::FFFF:7F00:0001",
                    "0:0:0:0:0:ffff:127.0.0.1",
                    "::ffff:0.0.0.0",
                    "::ffff:0:0",
                    "::ffff:127.1.2.3",
                    "::ffff:0:127.0.0.1",
                    "::ffff:0:7f00:1",
                    "::127.0.0.1",
                    "::7f00:1",
                    "0:0:0:0:0:0:127.0.0.1",
                    "64:ff9b::127.0.0.1",
                    "64:ff9b::7f00:1",
                    "64:ff9b:1::7f00:1",
                    "2002:7f00:1::",
                    "2002:7f00:0001::1",
                    "2002:7f01:203::5",
                    "2001:0:7f00:1::",
                    "2001:0:4136:e378:8000:63bf:80ff:fffe",
                    "2001::80ff:fffe",
                    "fe80::1",
                    "fe80::5efe:7f00:1",
                    "2001:470::5efe:7f00:1",
                    "2001:470::200:5efe:127.0.0.1",
                    "fe80::1%25lo",
                    "::1%25lo",
                    "::1%lo",
                    "::1%251",
                    "fec0::1",
                    "ff02::1",
                    "ff01::1",
                    "100::1",
                    "2001:db8::1",
                    "fd00:ec2::254",
                    "fd20:ce::254",
                    "::ffff:169.254.169.254",
                    "64:ff9b::a9fe:a9fe",
                    "2002:a9fe:a9fe::");

    private static final List<String> OTHERS =
            List.of(
                    "169.254.169.254",
                    "169.254.170.2",
                    "0xa9fea9fe",
                    "2852039166",
                    "0251.0376.0251.0376",
                    "168.63.129.16",
                    "100.100.100.200",
                    "192.0.0.192",
                    "224.0.0.1",
                    "239.255.255.250",
                    "255.255.255.255",
                    "240.0.0.1",
                    "198.18.0.1",
                    "192.0.2.1",
                    "198.51.100.1",
                    "203.0.113.1");

    /** Names that the tests' look-up knows, and all of them mean this machine. */
    static final List<String> NAMES =
            List.of(
                    "localhost",
                    "LOCALHOST",
                    "localhost.",
                    "localhost.localdomain",
                    "ip6-localhost",
                    "loopback.example",
                    "loopback.example.",
                    "LoopBack.Example",
                    "127.0.0.1.nip.example",
                    "7f000001.nip.example",
                    "mapped.example",
                    "compatible.example",
                    "six.example",
                    "any.example",
                    "nat64.example",
                    "sixtofour.example",
                    "both.example",
                    "rebinds.example",
                    "xn--loopback-9za.example",
                    "metadata.google.internal",
                    "a.b.c.d.e.f.loopback.example");

    private TestingForms() {}

    /** All of them, with the canary's port where a port can stand. */
    public static List<String> of(int port) {
        Set<String> forms = new LinkedHashSet<>();
        for (String scheme : List.of("http", "https")) {
            Stream.of(NUMBERS, NAMES, OTHERS)
                    .flatMap(List::stream)
                    .forEach(host -> forms.add(scheme + "://" + host + ":" + port + "/"));
            SIXES.forEach(host -> forms.add(scheme + "://[" + host + "]:" + port + "/"));
        }
        tricks(port).forEach(forms::add);
        return List.copyOf(forms);
    }

    /** Where a redirect, answered by another host, could point. */
    public static List<String> redirects(int port) {
        String here = "127.0.0.1:" + port;
        List<String> forms = new ArrayList<>();
        List.of(
                        "127.0.0.1",
                        "localhost",
                        "2130706433",
                        "0x7f.1",
                        "[::1]",
                        "[::ffff:127.0.0.1]",
                        "127.1")
                .forEach(host -> forms.add("http://" + host + ":" + port + "/"));
        forms.addAll(
                List.of(
                        "//" + here + "/",
                        "https://" + here + "/",
                        "HTTP://" + here + "/",
                        "/\\" + here + "/",
                        "\\\\" + here,
                        "http:\\\\" + here,
                        " http://" + here,
                        "\thttp://" + here + "/",
                        "http://public.example@" + here + "/",
                        "http:/" + here,
                        "http:" + here,
                        "///" + here,
                        "/elsewhere",
                        "elsewhere",
                        "?elsewhere",
                        "./http://" + here,
                        "http://loopback.example:" + port + "/"));
        return forms;
    }

    private static Stream<String> tricks(int port) {
        String here = "127.0.0.1:" + port;
        return Stream.of(
                "HTTP://" + here,
                "hTTp://" + here + "/",
                "http:" + here,
                "http:/" + here,
                "http:///" + here,
                "http:////" + here,
                "//" + here,
                here,
                "http:\\\\" + here,
                "http:/\\" + here,
                "http://\\" + here,
                " http://" + here,
                "http://" + here + " ",
                "\thttp://" + here,
                "http://\t" + here,
                "http://127.0.0.1\t:" + port,
                "http://127.0.0.1 :" + port,
                "http://127.0.0.1%20:" + port,
                "http://127.0.0.1%00:" + port,
                "http://127.0.0.1%2e:" + port,
                "http://%31%32%37.0.0.1:" + port,
                "http://127%2e0%2e0%2e1:" + port,
                "http://%6cocalhost:" + port,
                "http://loc%61lhost:" + port,
                "http://１２７.０.０.１:" + port,
                "http://①②⑦.⓪.⓪.①:" + port,
                "http://127。0。0。1:" + port,
                "http://127．0．0．1:" + port,
                "http://127｡0｡0｡1:" + port,
                "http://ｌｏｃａｌｈｏｓｔ:" + port,
                "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:" + port,
                "http://locaｌhost:" + port,
                "http://loc\u00adalhost:" + port,
                "http://loca\u200blhost:" + port,
                "http://١٢٧.٠.٠.١:" + port,
                "http://user@" + here,
                "http://user:password@" + here,
                "http://public.example@" + here,
                "http://public.example:80@" + here,
                "http://" + here + "@127.0.0.1:" + port,
                "http://public.example%40" + here,
                "http://" + here + "#@public.example",
                "http://" + here + "?@public.example",
                "http://" + here + "/@public.example",
                "http://" + here + "\\@public.example",
                "http://public.example\\@" + here,
                "http://public.example#@" + here,
                "http://@" + here,
                "http://:@" + here,
                "http://::1:" + port,
                "http://[::1]:" + port + ":80",
                "http://[127.0.0.1]:" + port,
                "http://[::1:" + port,
                "http://[::1].:" + port,
                "http://127.0.0.1:0" + port,
                "http://127.0.0.1:+" + port,
                "http://127.0.0.1:" + (port + 65_536),
                "http://127.0.0.1:0",
                "http://127.0.0.1:",
                "http://127.0.0.1:-1",
                "http://127.0.0.1:99999999999",
                "http://127.0.0.1;" + port,
                "http://127.0.0.1:" + port + ";a",
                "http://127..0.0.1:" + port,
                "http://.127.0.0.1:" + port,
                "http://0x7f.0x0.0x0.0x1.:" + port,
                "http://under_score.loopback.example:" + port,
                "http://-loopback.example:" + port,
                "http://" + here + "\r\nHost: x",
                "http://" + here + "/%0d%0aX: y",
                "file:///etc/passwd",
                "file://localhost/etc/passwd",
                "ftp://" + here + "/a",
                "gopher://" + here + "/_a",
                "dict://" + here + "/a",
                "ldap://" + here + "/a",
                "jar:http://" + here + "/a!/b",
                "netdoc:///etc/passwd",
                "ws://" + here,
                "wss://" + here,
                "mailto:a@127.0.0.1",
                "javascript:alert(1)",
                "data:text/plain,a",
                "unix:///tmp/a",
                "tcp://" + here,
                "rmi://" + here,
                "jdbc:postgresql://" + here + "/a",
                "view-source:http://" + here,
                "http",
                "http:",
                "http://",
                "",
                ":",
                "http://:" + port,
                "https:/" + here,
                "httpx://" + here,
                "url:http://" + here,
                "feed:http://" + here,
                "http+unix://%2Ftmp%2Fa/");
    }
}
