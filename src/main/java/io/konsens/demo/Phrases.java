package io.konsens.demo;

import io.konsens.agreement.domain.PlanLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** What people say about figures, in the language they speak. */
final class Phrases {

    private final Properties texts = new Properties();

    /** @param language de or en */
    Phrases(String language) {
        try (InputStream content = new ClassPathResource("demo/phrases_" + language + ".properties").getInputStream()) {
            texts.load(new InputStreamReader(content, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String say(String what) {
        String text = texts.getProperty(what);
        if (text == null) {
            throw new IllegalArgumentException("Nobody knows what to say about " + what);
        }
        return text;
    }

    String propose(PlanLine line) {
        return sayOneOf("proposal." + line.productGroup(), 2, line);
    }

    String reject(PlanLine line) {
        return sayOneOf("reject." + line.productGroup(), 2, line);
    }

    String accept(PlanLine line) {
        return sayOneOf("accept", 3, line);
    }

    private String sayOneOf(String what, int phrases, PlanLine line) {
        return say(what + "." + (1 + line.position() % phrases));
    }
}
