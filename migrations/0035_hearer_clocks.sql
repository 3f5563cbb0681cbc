-- A hearer whose clock has run out is reminded once; the student sees that it was done.
alter table safety_hearer add column reminded_at timestamptz;
grant update (reminded_at) on safety_hearer to kisalli_app;

-- Whom to look after and when: not what, not whose, not where. The server's role may only add to it.
create table hearer_clock (
  person_id uuid not null references person,
  due_at timestamptz not null,
  primary key (person_id, due_at)
);
create index hearer_clock_due on hearer_clock (due_at);
grant insert on hearer_clock to kisalli_app;
