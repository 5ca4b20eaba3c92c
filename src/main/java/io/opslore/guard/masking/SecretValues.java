package io.opslore.guard.masking;

/** What a value of a Kubernetes Secret is. */
final class SecretValues {

    private SecretValues() {}

    /** The only ones that are left: empty, encrypted, made from a template, masked before. */
    static boolean spared(String value) {
        String bare = value.strip();
        return bare.isEmpty()
                || bare.equals("null")
                || bare.equals("~")
                || bare.equals("\"\"")
                || bare.startsWith("ENC[")
                || bare.contains("«secret:")
                || Re.is(
                        bare,
                        "(?s)\\{\\{[^\"'`]*\\}\\}|\\{\\{.*\\}\\}|\\$\\{[\\w.:-]+\\}|<[\\w .-]+>|\\{\\{-?.*");
    }

    static Finding finding(Source source, int start, int end, String name) {
        String value = source.text().substring(start, end);
        KeyName key = KeyName.of(name);
        String kind = key == null ? "kubernetes-secret" : key.kind();
        return new Finding(start, end, kind, name, Kubernetes.RULE, Secrets.unwrapped(value));
    }
}
