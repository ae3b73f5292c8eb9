package io.konsens.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What looks after something by itself now and then is called. */
@Configuration
@EnableScheduling
class SchedulingConfiguration {}
