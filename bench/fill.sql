-- Two providers' autumn: 125 teachers with 40 students each, 1,500 workplaces, 5,000 placements, 200,000 days.
-- Ids are of the form of UUID version 7 and can be computed: see bench-id.ts. Foreign keys are not checked
-- here; the numbers are right by construction, and the fill would take minutes otherwise.
set session_replication_role = replica;

create function pg_temp.id(kind int, n int) returns uuid language sql immutable as
  $$ select ('0199' || lpad(to_hex(kind), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create function pg_temp.hash(word text, n int) returns bytea language sql immutable as
  $$ select sha256(convert_to('token-of-the-bench-' || word || '-' || n, 'UTF8')) $$;
create function pg_temp.week(back int) returns text language sql stable as
  $$ select to_char(current_date - 7 * back, 'IYYY-"W"IW') $$;

create temp table numbers as
  select n, n / 40 as teacher, n % 40 as k, n % 1500 as place,
         pg_temp.id(1, case when n / 40 < 100 then 0 else 1 end) as provider_id,
         pg_temp.id(8, n) as placement_id,
         date_trunc('week', current_date)::date as monday,
         case when n % 40 < 32 then 'running' when n % 40 = 32 then 'proposed' when n % 40 < 35 then 'planning'
              when n % 40 = 35 then 'agreement_out' when n % 40 < 38 then 'ready' else 'ended' end as state
    from generate_series(0, 4999) n;

insert into provider (id, slug, name, business_id)
  select pg_temp.id(1, n), 'bench-' || n, jsonb_build_object('fi', 'Opisto ' || n, 'sv', 'Institut ' || n, 'en', 'College ' || n), '100000' || n || '-0'
    from generate_series(0, 1) n;
insert into person (id, given_name, family_name, email, phone, born_on)
  select pg_temp.id(kind, n), (array['Aino','Eetu','Sanna','Mika','Noora','Jari','Pia','Otto'])[1 + n % 8],
         (array['Korhonen','Virtanen','Nieminen','Lehto','Salo','Mattila'])[1 + n % 6], 'p' || kind || '.' || n || '@example.org',
         '040 ' || n, case when kind = 3 then date '2008-01-01' - n % 2000 end
    from (values (2, 125), (3, 5000), (4, 1500)) as many (kind, amount), generate_series(0, amount - 1) n;
insert into employer (id, business_id, name)
  select pg_temp.id(5, n), lpad(n::text, 7, '0') || '-0', 'Yritys ' || n || ' Oy' from generate_series(0, 999) n;
insert into workplace (id, employer_id, name, street, postal_code, municipality)
  select pg_temp.id(6, n), pg_temp.id(5, n % 1000), 'Yritys ' || n % 1000 || ', Satamakatu ' || n, 'Satamakatu ' || n, '00100', 'Helsinki'
    from generate_series(0, 1499) n;
insert into workplace_person (workplace_id, person_id, role, title)
  select pg_temp.id(6, n), pg_temp.id(4, n), 'tutor', 'asentaja' from generate_series(0, 1499) n;
insert into workplace_task (id, workplace_id, name, position)
  select pg_temp.id(7, place * 5 + i), pg_temp.id(6, place), jsonb_build_object('fi', 'Työtehtävä ' || i, 'sv', 'Arbetsuppgift ' || i, 'en', 'Task ' || i), i
    from generate_series(0, 1499) place, generate_series(0, 4) i;
insert into membership (provider_id, person_id, role)
  select distinct provider_id, pg_temp.id(2, teacher), 'teacher' from numbers
  union select provider_id, pg_temp.id(3, n), 'student' from numbers
  union select provider_id, pg_temp.id(4, place), 'tutor' from numbers;

insert into workplace_field (workplace_id, field)
  select pg_temp.id(6, n), (array['construction', 'electrical', 'vehicle', 'kitchen', 'care'])[1 + n % 5] from generate_series(0, 1499) n;
insert into workplace_capacity (provider_id, id, workplace_id, field, starts_on, ends_on, places)
  select pg_temp.id(1, p), pg_temp.id(15, p * 1500 + n), pg_temp.id(6, n), (array['construction', 'electrical', 'vehicle', 'kitchen', 'care'])[1 + n % 5],
         current_date - 100, current_date + 200, 1 + n % 6 from generate_series(0, 1499) n, generate_series(0, 1) p;
insert into workplace_document (id, workplace_id, kind, title, valid_until)
  select pg_temp.id(16, n * 2 + i), pg_temp.id(6, n), (array['insurance', 'risk_assessment'])[1 + i], 'Asiakirja', current_date - 30 + n % 400
    from generate_series(0, 1499) n, generate_series(0, 1) i;
insert into relation_entry (provider_id, id, workplace_id, kind, on_day, text, written_by, written_at)
  select pg_temp.id(1, n % 2), pg_temp.id(17, n * 4 + i), pg_temp.id(6, n), (array['phone', 'email', 'visit', 'note'])[1 + i], current_date - (n * 7 + i * 31) % 300,
         'Sovittu paikoista.', pg_temp.id(2, 0), now() from generate_series(0, 1499) n, generate_series(0, 3) i;

create temp table units as
  select u.id, row_number() over (order by u.position) - 1 as nth, count(*) over () as units, u.framework_version_id
    from unit u where (select count(*) from requirement r where r.unit_id = u.id) >= 6;
create temp table wishes as
  select unit_id, id, nth from (
    select r.unit_id, r.id, row_number() over (partition by r.unit_id order by r.position) - 1 as nth
      from requirement r join units u on u.id = r.unit_id) ranked where nth < 6;

insert into placement (provider_id, id, student_id, workplace_id, teacher_id, tutor_id, framework_version_id, basis,
                       state, starts_on, ends_on, state_changed_at, created_at)
  select provider_id, placement_id, pg_temp.id(3, n), pg_temp.id(6, place), pg_temp.id(2, teacher),
         case when state <> 'proposed' then pg_temp.id(4, place) end, u.framework_version_id, 'training_agreement', state,
         case when state in ('running', 'ended') then monday - 70 else monday + 14 end,
         case when state = 'ended' then monday - 3 when state = 'running' then monday + 60 else monday + 74 end,
         now() - interval '70 days', now() - interval '80 days'
    from numbers join units u on u.nth = numbers.n % u.units;
insert into placement_unit (provider_id, placement_id, unit_id)
  select provider_id, placement_id, u.id from numbers join units u on u.nth = numbers.n % u.units;
insert into placement_objective (provider_id, placement_id, requirement_id, position)
  select pu.provider_id, pu.placement_id, w.id, w.nth from placement_unit pu join wishes w on w.unit_id = pu.unit_id;

insert into suitability_decision (provider_id, id, placement_id, workplace_id, outcome, reason, decided_by, decided_on, decided_at, valid_until)
  select provider_id, pg_temp.id(9, n), placement_id, pg_temp.id(6, place), 'suitable', 'Työtehtävät vastaavat tavoitteita.',
         pg_temp.id(2, teacher), monday - 77, monday - 77, monday + 200 from numbers where state not in ('proposed', 'planning');
insert into coverage_row (provider_id, decision_id, requirement_id)
  select provider_id, pg_temp.id(9, n), requirement_id from numbers join placement_objective using (provider_id, placement_id)
   where state not in ('proposed', 'planning');
insert into coverage_cell (provider_id, decision_id, requirement_id, task_id, level)
  select provider_id, pg_temp.id(9, n), requirement_id, pg_temp.id(7, place * 5 + i), case i when 0 then 'done' else 'help' end
    from numbers join placement_objective using (provider_id, placement_id), generate_series(0, 1) i
   where state not in ('proposed', 'planning');

insert into plan_version (provider_id, placement_id, number, content, edited_by, edited_at)
  select provider_id, placement_id, number, jsonb_build_object(
           'objectives', (select jsonb_agg(jsonb_build_object('requirementId', o.requirement_id) order by o.position)
                            from placement_objective o where o.placement_id = numbers.placement_id and o.provider_id = numbers.provider_id),
           'tasks', jsonb_build_array(jsonb_build_object('taskId', pg_temp.id(7, place * 5), 'name', null,
                      'aloneWeeks', jsonb_build_array(pg_temp.week(0)), 'withTutorWeeks', jsonb_build_array(pg_temp.week(1), pg_temp.week(2)))),
           'hours', jsonb_build_object('minutesPerWeek', 2250, 'dayStartsAt', '07:00', 'dayEndsAt', '15:00', 'breakMinutes', 30),
           'talks', '[]'::jsonb, 'support', null, 'travel', null, 'meals', null),
         pg_temp.id(2, teacher), now() - interval '75 days' from numbers, generate_series(1, 2) number where state <> 'proposed';
insert into plan_mark (provider_id, placement_id, number, party, person_id, at)
  select provider_id, placement_id, 2, party, case party when 'student' then pg_temp.id(3, n) when 'tutor' then pg_temp.id(4, place) else pg_temp.id(2, teacher) end,
         now() - interval '74 days' from numbers, unnest(array['student', 'tutor', 'teacher']) party
   where state in ('running', 'ready', 'ended', 'agreement_out') or (state = 'planning' and party = 'student');
insert into talk (provider_id, id, placement_id, kind, planned_at, minutes, place, held_at, note, noted_by)
  select provider_id, pg_temp.id(10, n * 3 + i), placement_id, (array['start', 'mid', 'end'])[i + 1], (monday - 70 + 60 * i)::timestamptz, 30, 'workplace',
         case when i = 0 then monday - 69 end, case when i = 0 then 'Alku sujui hyvin.' end, case when i = 0 then pg_temp.id(2, teacher) end
    from numbers, generate_series(0, 2) i where state in ('running', 'ended');

-- Ten weeks of five days each.
create temp table days as
  select provider_id, placement_id, n, place, n * 50 + back * 5 + d as number, back, monday - 7 * (back + 1) + d as on_day
    from numbers, generate_series(0, 9) back, generate_series(0, 4) d where state = 'running';
insert into log_entry (provider_id, id, placement_id, student_id, on_day, minutes, tasks, written_at, received_at)
  select provider_id, pg_temp.id(11, number), placement_id, pg_temp.id(3, n), on_day, 450,
         jsonb_build_array(jsonb_build_object('taskId', pg_temp.id(7, place * 5 + number % 5))), on_day + time '14:00', on_day + time '14:00' from days;
insert into log_paragraph (provider_id, entry_id, position, student_id, audience, text)
  select provider_id, pg_temp.id(11, number), i, pg_temp.id(3, n), (array['all', 'teacher', 'private'])[i + 1],
         'Asensimme tänään kylmiön putkia ja tarkistin liitokset itse. Paine pysyi, ja kirjasin tulokset pöytäkirjaan. Päivä ' || number
    from days, generate_series(0, 2) i where i = 0 or number % 4 = i;
insert into log_entry_requirement (provider_id, entry_id, requirement_id)
  select provider_id, pg_temp.id(11, number), requirement_id from days join placement_objective o using (provider_id, placement_id)
   where o.position in (number % 6, (number + 2) % 6);
insert into placement_week (provider_id, placement_id, week, sent_at, read_at, read_by)
  select provider_id, placement_id, pg_temp.week(back), monday - 7 * back - 3 + time '12:00',
         case when back > 2 then (monday - 7 * back + 1)::timestamptz end, case when back > 2 then pg_temp.id(2, teacher) end
    from numbers, generate_series(1, 10) back where state = 'running';
insert into week_confirmation (provider_id, placement_id, week, kind, confirmed_by, at)
  select provider_id, placement_id, pg_temp.week(back), 'ok', pg_temp.id(4, place), monday - 7 * back - 2 + time '09:00'
    from numbers, generate_series(1, 10) back where state = 'running' and (back > 1 or n % 2 = 0);
insert into week_card (provider_id, placement_id, week, requirement_id, level)
  select provider_id, placement_id, week, requirement_id, (array['not_yet', 'help', 'alone'])[1 + position / 2]
    from week_confirmation join placement_objective o using (provider_id, placement_id)
   where o.position = 2 * (substr(week, 7)::int % 3);

insert into session (id, token_hash, person_id, means, named_at, expires_at)
  select pg_temp.id(12, kind * 10000 + n), pg_temp.hash(word, n), pg_temp.id(kind, n), 'demo', now(), now() + interval '1 day'
    from (values (2, 'teacher', 125), (3, 'student', 5000)) as many (kind, word, amount), generate_series(0, amount - 1) n;
insert into personal_link (id, provider_id, person_id, token_hash, placement_id, expires_at)
  select pg_temp.id(13, n), provider_id, pg_temp.id(4, place), pg_temp.hash('link', n), placement_id, now() + interval '30 days' from numbers where state <> 'proposed';
insert into session (id, token_hash, person_id, means, personal_link_id, named_at, expires_at)
  select pg_temp.id(14, n), pg_temp.hash('tutor', n), pg_temp.id(4, place), 'link', pg_temp.id(13, n), now(), now() + interval '1 day'
    from numbers where state <> 'proposed';
set session_replication_role = origin;
