-- The outbox holds text messages too: queued, tried, sent and forgotten like letters, by another carrier.
alter table mail_message add column channel text not null default 'mail' check (channel in ('mail', 'sms'));
