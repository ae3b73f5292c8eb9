package io.konsens.seeded.notice.mail;

public class InsideNotices {}
