-- Agreements: a frozen text, signed by everyone it binds, and what is kept of it.
create table agreement (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  -- 1, 2, 3 ... at one placement, in the order in which they were sent.
  number integer not null check (number >= 1),
  kind text not null check (kind in ('agreement', 'amendment')),
  -- The completed agreement that an amendment changes.
  amends_id uuid,
  basis text not null check (basis in ('training_agreement', 'apprenticeship')),
  language text not null check (language in ('fi', 'sv', 'en')),
  signing_order text not null check (signing_order in ('any', 'employer_first', 'provider_first')),
  state text not null check (state in ('out', 'completed', 'declined', 'withdrawn')),
  -- The text in force: the newest revision.
  revision integer not null default 1,
  version integer not null default 1,
  sent_by uuid not null references person,
  sent_at timestamptz not null,
  completed_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references person,
  closed_name text,
  closed_reason text check (closed_reason <> ''),
  primary key (provider_id, id),
  unique (id),
  unique (provider_id, placement_id, number),
  foreign key (provider_id, placement_id) references placement,
  foreign key (provider_id, amends_id) references agreement,
  check ((kind = 'amendment') = (amends_id is not null)),
  check ((state = 'completed') = (completed_at is not null)),
  check ((state in ('declined', 'withdrawn')) = (closed_at is not null)),
  check (closed_at is null or closed_reason is not null)
);
-- One is out at a time: nobody is asked to sign two texts about the same thing.
create unique index agreement_out on agreement (provider_id, placement_id) where state = 'out';
create unique index agreement_amended_once on agreement (provider_id, amends_id) where state = 'completed' and kind = 'amendment';

-- Each text that was ever put before the parties; a correction makes the next one and empties the signatures.
create table agreement_text (
  provider_id uuid not null,
  agreement_id uuid not null,
  revision integer not null check (revision >= 1),
  text jsonb not null,
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references person,
  acting_name text,
  made_at timestamptz not null,
  why text check (why <> ''),
  primary key (provider_id, agreement_id, revision),
  foreign key (provider_id, agreement_id) references agreement
);

create table agreement_party (
  provider_id uuid not null,
  agreement_id uuid not null,
  party text not null check (party in ('provider', 'employer', 'student', 'guardian')),
  duty text not null check (duty in ('signs', 'acknowledges', 'informed')),
  person_id uuid not null references person,
  -- For whom the person signs: "Kahvila Rantapuisto Oy, 2745610-4"; null when for oneself.
  acting_for text check (acting_for <> ''),
  -- The deputy's mandate: who gave it to whom, when and how it is known; null for the one first asked.
  mandate jsonb,
  primary key (provider_id, agreement_id, party),
  foreign key (provider_id, agreement_id) references agreement
);
create index agreement_party_person on agreement_party (person_id);

-- One signature of a party a text: a primary key, so that nobody signs twice however often they press.
create table agreement_signature (
  provider_id uuid not null,
  agreement_id uuid not null,
  revision integer not null,
  party text not null,
  -- Place in the chain of this text's signatures.
  position smallint not null check (position >= 1),
  person_id uuid not null references person,
  person_name text not null,
  acting_for text,
  means text not null check (means in ('code', 'session')),
  -- Where the one-time code went, masked; null when no code was asked.
  sent_to text,
  language text not null check (language in ('fi', 'sv', 'en')),
  at timestamptz not null,
  text_hash text not null,
  previous_hash text,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (provider_id, agreement_id, revision, party),
  unique (provider_id, agreement_id, revision, position),
  foreign key (provider_id, agreement_id, revision) references agreement_text,
  check ((position = 1) = (previous_hash is null))
);

-- A one-time code for one signature of one text by one person in one browser.
create table agreement_code (
  provider_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  party text not null,
  session_id uuid not null references session,
  code_hash bytea not null,
  sent_to text not null,
  tries smallint not null default 0 check (tries between 0 and 6),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (provider_id, id),
  foreign key (provider_id, agreement_id) references agreement
);
create index agreement_code_of on agreement_code (provider_id, agreement_id, party, created_at);

create table agreement_reminder (
  provider_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  party text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  primary key (provider_id, id),
  foreign key (provider_id, agreement_id) references agreement
);
create index agreement_reminder_of on agreement_reminder (provider_id, agreement_id, party, at desc);

-- The sealed paper: made once after the last signature, by a job that finds it missing.
create table agreement_paper (
  provider_id uuid not null,
  agreement_id uuid not null,
  bytes bytea not null check (length(bytes) between 1 and 20971520),
  sha256 bytea not null check (length(sha256) = 32),
  sealed_at timestamptz not null,
  time_stamped boolean not null,
  primary key (provider_id, agreement_id),
  foreign key (provider_id, agreement_id) references agreement
);
alter table agreement_paper alter column bytes set storage external;

-- Who is asked to sign for an employer or as a guardian is let through the provider's wall for that.
alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check
  check (role in ('student', 'teacher', 'coordinator', 'provider_admin', 'desk_adviser', 'tutor', 'signer'));

-- A link of somebody who only signs opens that agreement and nothing else.
alter table personal_link add column agreement_id uuid;
alter table personal_link drop constraint personal_link_check;
alter table personal_link add constraint personal_link_scope check (num_nonnulls(placement_id, workplace_id, agreement_id) = 1);

-- A guardian is known for one student; who may know what is said by law (finland.md §3 rules 3, 11).
create table guardian (
  provider_id uuid not null references provider,
  student_id uuid not null references person,
  person_id uuid not null references person,
  ended_on date,
  primary key (provider_id, student_id, person_id)
);

-- Whether a person studies or works somewhere, at any provider: their address is their way in and stays theirs.
create function holds_account(who uuid) returns boolean
  language sql stable security definer set search_path = public
begin atomic
  select exists (select from membership m where m.person_id = who and m.role not in ('tutor', 'signer'));
end;

-- The outbox is not the server role's to read; of an agreement's letters it learns when one went and whether it came back.
alter table mail_message add column agreement_id uuid;
create index mail_message_agreement on mail_message (agreement_id, person_id, created_at desc) where agreement_id is not null;

create function agreement_letter_sent(who uuid, about uuid) returns timestamptz
  language sql stable security definer set search_path = public
begin atomic
  select max(created_at) from mail_message where agreement_id = about and person_id = who and template <> 'signing_code';
end;

create function agreement_letter_bounced(who uuid, about uuid) returns boolean
  language sql stable security definer set search_path = public
begin atomic
  select state = 'failed' from mail_message
   where agreement_id = about and person_id = who and template <> 'signing_code'
   order by created_at desc limit 1;
end;

grant select, insert on agreement, agreement_text, agreement_party, agreement_signature, agreement_code, agreement_reminder, agreement_paper to kisalli_app;
grant select, insert, update on guardian to kisalli_app;
grant update (state, revision, version, completed_at, closed_at, closed_by, closed_name, closed_reason) on agreement to kisalli_app;
grant update (person_id, acting_for, mandate) on agreement_party to kisalli_app;
grant update (tries, used_at) on agreement_code to kisalli_app;
-- A refusal that keeps what it wrote (a wrong code counts) gives its key back.
grant delete on idempotency_key to kisalli_app;

do $$
declare
  owned text;
begin
  foreach owned in array array['agreement', 'agreement_text', 'agreement_party', 'agreement_signature', 'agreement_code',
    'agreement_reminder', 'agreement_paper', 'guardian']
  loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy own_provider on %I using (provider_id = any ((select current_providers())::uuid[]))', owned);
  end loop;
end
$$;
