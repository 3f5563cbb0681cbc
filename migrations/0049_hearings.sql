-- Who was heard before a placement was ended early (finland.md §3 rule 7); null on those that ended before this was asked.
alter table placement add column heard_parties text[] check (heard_parties <@ array['student', 'workplace']);
