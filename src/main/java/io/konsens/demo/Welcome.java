package io.konsens.demo;

import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.KonsensProperties;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever has started Konsens where to go. */
@Component
@Order(20)
class Welcome implements ApplicationRunner {

    private final ServletWebServerApplicationContext server;
    private final KonsensProperties properties;
    private final Organisation organisation;

    Welcome(ServletWebServerApplicationContext server, KonsensProperties properties, Organisation organisation) {
        this.server = server;
        this.properties = properties;
        this.organisation = organisation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String address = "http://localhost:" + server.getWebServer().getPort();
        StringBuilder text = new StringBuilder("\n\n  Konsens is ready: " + address + "\n");
        if (properties.demo()) {
            String reps = organisation.planners().stream().map(Employee::login).collect(Collectors.joining(", "));
            text.append("  Demo users; each one's password is their name:\n")
                    .append("    plan for themselves: ")
                    .append(reps)
                    .append('\n')
                    .append("    lead others:         claudia, dirk, bernd\n")
                    .append("    run the process:     petra, admin (also in Cockpit)\n")
                    .append("    finance:             frank\n")
                    .append("  Only this machine can reach it. Set KONSENS_DEMO=false for real use.\n");
        }
        System.out.println(text);
    }
}
