package io.opslore.retrieval.text;

/** The languages that texts are told apart by. */
public enum Language {
    EN("en"),
    RU("ru");

    /**
     * Russian runbooks are half commands and names, so that a third of Cyrillic letters already
     * means Russian.
     */
    private static final double RUSSIAN_FROM = 0.3;

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The two-letter code, as stored and shown. */
    public String code() {
        return code;
    }

    /** The language of a text by its share of Cyrillic letters; English where there are none. */
    public static Language of(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long cyrillic = text.codePoints().filter(Language::isCyrillic).count();
        return cyrillic > letters * RUSSIAN_FROM ? RU : EN;
    }

    /** The language with the given code. */
    public static Language ofCode(String code) {
        return code.equals(RU.code) ? RU : EN;
    }

    /** Whether it is a letter of the Cyrillic script. */
    public static boolean isCyrillic(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.CYRILLIC;
    }
}
