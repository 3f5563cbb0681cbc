-- Evidence that people attach: small, checked and written anew before it is kept (docs/decisions/0010).
create table file (
  provider_id uuid not null references provider,
  id uuid not null,
  placement_id uuid not null,
  name text not null check (name <> ''),
  media_type text not null check (media_type in ('image/jpeg', 'application/pdf')),
  sha256 bytea not null check (length(sha256) = 32),
  bytes bytea not null check (length(bytes) between 1 and 10485760),
  width integer,
  height integer,
  pages integer,
  uploaded_by uuid not null references person,
  uploaded_at timestamptz not null,
  primary key (provider_id, id),
  foreign key (provider_id, placement_id) references placement,
  check ((media_type = 'application/pdf') = (pages is not null)),
  check ((pages is null) = (width is not null and height is not null))
);
create index file_placement on file (provider_id, placement_id);
-- Pictures are compressed already.
alter table file alter column bytes set storage external;

grant select, insert on file to kisalli_app;
alter table file enable row level security;
alter table file force row level security;
create policy own_provider on file using (provider_id = any ((select current_providers())::uuid[]));
