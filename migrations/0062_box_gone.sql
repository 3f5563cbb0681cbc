-- The receiving server said that there is no such box. A full box, a closed gateway or a server that was away
-- for days says nothing of the kind: whoever reads there is still asked before their address changes.
alter table mail_message add column box_gone boolean not null default false;

create function box_gone(who uuid, about uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.box_gone from mail_message l join person p on p.id = l.person_id
   where l.agreement_id = about and l.person_id = who and l.channel = 'mail' and l.to_address = p.email
   order by l.created_at desc limit 1;
end;

-- One question has one function.
drop function holds_account(uuid);
