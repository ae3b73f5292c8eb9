package io.konsens.notice;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people are told.
 *
 * @param url where the recipients' browsers find Konsens, without a slash at the end: links in mails begin with it
 * @param from the sender's address; must be set if there is a mail server
 * @param digestAt the hour of the daily digest, in the customer's zone
 * @param gather how long something urgent waits for others to go along in the same mail
 */
@ConfigurationProperties("konsens.notice")
public record NoticeProperties(String url, String from, LocalTime digestAt, Duration gather) {}
