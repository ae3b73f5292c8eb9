package io.konsens;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Konsens: the engine, its web applications, our pages and our API in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class KonsensApplication {

    public static void main(String[] args) {
        SpringApplication.run(KonsensApplication.class, args);
    }
}
