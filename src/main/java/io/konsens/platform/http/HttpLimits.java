package io.konsens.platform.http;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * What we put up with from a remote system.
 *
 * @param connectTimeout for the connection, TLS included
 * @param readTimeout for the whole answer, up to its last byte
 * @param maxResponse the largest answer read
 */
public record HttpLimits(Duration connectTimeout, Duration readTimeout, DataSize maxResponse) {}
