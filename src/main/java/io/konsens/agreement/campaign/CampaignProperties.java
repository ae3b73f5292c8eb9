package io.konsens.agreement.campaign;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How campaigns are started.
 *
 * @param threads how many each node starts agreements on
 * @param lookEvery how often each node looks whether something waits that nobody is at
 */
@ConfigurationProperties("konsens.campaign")
record CampaignProperties(int threads, Duration lookEvery) {}
