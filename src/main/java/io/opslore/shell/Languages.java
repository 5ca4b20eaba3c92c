package io.opslore.shell;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The languages of the interface; the first serves whoever asks for another. */
@Configuration(proxyBeanMethods = false)
class Languages {

    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.of("ru"));

    @Bean
    I18NProvider texts() {
        return new DefaultI18NProvider(ALL);
    }
}
