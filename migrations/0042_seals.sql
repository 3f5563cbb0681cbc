-- What a provider seals its papers with. The private key is kept encrypted with the server's secret.
create table provider_seal (
  provider_id uuid not null references provider,
  id uuid not null,
  -- AES-256-GCM: nonce, tag, PKCS #8.
  locked_key bytea not null check (length(locked_key) > 28),
  -- The owner's certificate first, then its chain; DER.
  certificates bytea[] not null check (cardinality(certificates) between 1 and 10),
  subject text not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  -- Made by the server at first need, or brought by an admin.
  origin text not null check (origin in ('made', 'brought')),
  added_by uuid references person,
  added_at timestamptz not null,
  retired_at timestamptz,
  primary key (provider_id, id),
  check (valid_until > valid_from),
  check ((origin = 'brought') = (added_by is not null))
);
create unique index provider_seal_in_use on provider_seal (provider_id) where retired_at is null;

grant select, insert on provider_seal to kisalli_app;
grant update (retired_at) on provider_seal to kisalli_app;
alter table provider_seal enable row level security;
alter table provider_seal force row level security;
create policy own_provider on provider_seal using (provider_id = any ((select current_providers())::uuid[]));
