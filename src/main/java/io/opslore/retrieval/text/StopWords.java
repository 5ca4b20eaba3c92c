package io.opslore.retrieval.text;

import java.util.Set;

/** Words that carry no meaning in a question, in English and Russian, lower-case, ё as е. */
final class StopWords {

    private static final Set<String> ALL =
            Set.of(
                    """
                    a about after all also am an and any are as at be because been before being
                    but by can could couldn did didn do does doesn doing don done for from get gets give given go had
                    has have having he her here him his how i if in into is isn it its just let like
                    many me might more most much must my need no not now of on one or our out
                    please s say shall she should show so some such t tell than that the their
                    them then there these they this those to too up us used using very was we
                    were what whats when where which while who whom whose why will with would you
                    your
                    а без бы был была были было быть в вам вас ведь весь во вот все всего всех вы
                    где да даже для до его ее ей ему если есть еще ж же за зачем здесь и из или им
                    их к каждый как какая какие каким какими каких какого какое какой каком какому
                    какую когда кого кому кто ли либо мне много может можно мой мы на над надо нам
                    нас наш не него нее нет ни них но ну нужно о об однако он она они оно от откуда
                    очень по под после потому почему при про с сам свой себя сколько со та так
                    также такие такое такой там те тебя тем то тогда того тоже той только том ты у
                    уже что чего чей чем чему чтобы эта эти это этого этой этом этот эту я
                    """
                            .strip()
                            .split("\\s+"));

    private StopWords() {}

    static boolean contains(String word) {
        return ALL.contains(word);
    }
}
