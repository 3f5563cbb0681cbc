-- What every deed leaves behind: an audit row, its answer for a replay, its mail.
create table audit_event (
  id uuid primary key,
  provider_id uuid references provider,
  at timestamptz not null,
  person_id uuid references person,
  acting_name text,
  means text not null,
  deed text not null,
  subject_kind text not null,
  subject_id uuid not null,
  placement_id uuid,
  change jsonb not null default '{}'
);
create index audit_event_placement on audit_event (placement_id, at) where placement_id is not null;
create index audit_event_subject on audit_event (subject_kind, subject_id, at);

create table idempotency_key (
  person_id uuid not null references person,
  key uuid not null,
  route text not null,
  body_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table mail_message (
  id uuid primary key,
  provider_id uuid references provider,
  person_id uuid references person,
  to_address text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  template text not null,
  subject text not null,
  body text,
  state text not null default 'queued' check (state in ('queued', 'sent', 'shown', 'failed')),
  tries smallint not null default 0,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index mail_message_created on mail_message (created_at desc);
