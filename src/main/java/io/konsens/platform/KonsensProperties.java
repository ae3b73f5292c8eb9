package io.konsens.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of an installation; the README explains each.
 *
 * @param demo start with a demo company and demo users, reachable from this machine only
 * @param dataDir where the embedded database and the file drop keep their files
 * @param language of people whose own language is not known
 * @param zone in which "today" and the hours of deadlines are meant
 * @param adminPassword of the first user "admin", created if not empty and demo is off
 */
@ConfigurationProperties("konsens")
public record KonsensProperties(
        boolean demo, Path dataDir, Locale language, ZoneId zone, String adminPassword, Identity identity) {

    /** @param initialPassword of imported users; if empty they cannot log in until an administrator sets one */
    public record Identity(String initialPassword) {}
}
