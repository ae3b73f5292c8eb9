package io.konsens.agreement.progress.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Tells who asks again whether anything has changed at all. The tag is of the very answer: nothing that is shown can change
 * unnoticed, and there is no second truth about what counts as a change.
 */
@Configuration
class ChangeTags {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> progressTags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns("/campaign/progress/live", "/api/v1/periods/*");
        return filter;
    }
}
