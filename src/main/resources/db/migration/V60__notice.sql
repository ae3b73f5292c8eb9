-- What people are told of, and the mails that carry it: both stay, so that anybody can see who was told what, and when.

-- state: KEPT where no mail server is configured. SENDING is written before a mail leaves: what is found in it after a
-- crash may have arrived, so it becomes UNCLEAR and is never sent again by itself.
create table notice_mail (
    mail_id      bigint generated always as identity primary key,
    recipient    text not null,
    email        text not null,
    subject      text not null,
    text         text not null,
    html         text not null,
    state        text not null check (state in ('KEPT', 'WAITING', 'SENDING', 'SENT', 'FAILED', 'UNCLEAR')),
    created_at   timestamptz not null,
    next_attempt timestamptz not null,
    attempts     int not null,
    sent_at      timestamptz,
    error        text
);
create index notice_mail_open on notice_mail (next_attempt) where state in ('WAITING', 'SENDING');

-- occasion: what it is about; nobody is told of the same twice. settled_at: it had become pointless before it was mailed.
create table notice (
    notice_id    bigint generated always as identity primary key,
    recipient    text not null,
    kind         text not null check (kind in ('REMINDER', 'ESCALATION', 'TOO_LATE', 'ANNOUNCEMENT')),
    occasion     text not null unique,
    agreement_id text,
    task_id      text,
    subject      text not null,
    text         text not null,
    path         text not null,
    created_at   timestamptz not null,
    send_after   timestamptz not null,
    settled_at   timestamptz,
    mail_id      bigint references notice_mail
);
create index notice_waiting on notice (send_after) where mail_id is null and settled_at is null;
create index notice_recipient on notice (recipient, notice_id);
create index notice_task on notice (task_id) where mail_id is null;
create index notice_mail_id on notice (mail_id);
