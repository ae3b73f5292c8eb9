package io.konsens.platform.web;

import io.konsens.platform.KonsensProperties;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** German or English: what the user chose on a page, else what their browser prefers, else the installation's. */
@Configuration
class LanguageConfiguration implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver(KonsensProperties properties) {
        AcceptHeaderLocaleResolver byHeader = new AcceptHeaderLocaleResolver();
        byHeader.setSupportedLocales(List.of(Locale.GERMAN, Locale.ENGLISH));
        byHeader.setDefaultLocale(properties.language());
        CookieLocaleResolver byChoice = new CookieLocaleResolver("konsens-language");
        byChoice.setCookieMaxAge(Duration.ofDays(365));
        byChoice.setCookieSameSite("Lax");
        byChoice.setDefaultLocaleFunction(byHeader::resolveLocale);
        return byChoice;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor chooser = new LocaleChangeInterceptor();
        chooser.setParamName("lang");
        chooser.setIgnoreInvalidLocale(true);
        registry.addInterceptor(chooser);
    }
}
