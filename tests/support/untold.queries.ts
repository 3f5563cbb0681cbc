import { sql } from "kysely";
import type { Database } from "#server/database/database.ts";

/**
 * A row in each table that no part of the demo's story needs, of the first provider, so that the wall is
 * tried on real rows there too.
 */
export async function fillUntold(db: Database): Promise<void> {
  await sql`
    with mine as (
      select p.provider_id, p.id as placement_id, p.workplace_id, p.teacher_id, p.student_id, d.id as decision_id
        from placement p
        join provider on provider.id = p.provider_id
        join suitability_decision d on d.placement_id = p.id and d.provider_id = p.provider_id
       where d.superseded_by is null
       order by provider.slug, p.id limit 1),
    event as (insert into audit_event
        (id, provider_id, at, person_id, means, deed, subject_kind, subject_id, placement_id)
      select gen_random_uuid(), provider_id, now(), teacher_id, 'code', 'nudge', 'placement', placement_id, placement_id
        from mine),
    head as (insert into audit_head (provider_id, chain, kept_at, day, number, hash)
      select provider_id, provider_id, now(), current_date, 1, '' from mine),
    look as (insert into placement_look
        (provider_id, placement_id, person_id, page, day, relation, first_at, last_at)
      select provider_id, placement_id, teacher_id, 'plan', current_date, 'teacher', now(), now() from mine),
    kinds as (insert into placement_task_kinds
      select provider_id, placement_id, 'own:siivous', '{}', teacher_id, now() from mine),
    fitting as (insert into fit_note
      select provider_id, placement_id, 'language', '{sv}', 'Pia puhuu ruotsia.', teacher_id, now() from mine),
    answered as (insert into safety_answered
      select provider_id, placement_id, 'day_1' from mine on conflict do nothing),
    report as (insert into safety_report
        (provider_id, id, placement_id, student_id, kind, state, written_at, answer_by, circle)
      select provider_id, gen_random_uuid(), placement_id, student_id, 'need_someone', 'told', now(), now(),
        array[student_id, teacher_id] from mine returning provider_id, id, circle),
    hearer as (insert into safety_hearer (provider_id, report_id, person_id, part, told_at)
      select provider_id, id, circle[2], 'teacher', now() from report),
    step as (insert into safety_step (provider_id, id, report_id, person_id, what, at)
      select provider_id, gen_random_uuid(), id, circle[2], 'take', now() from report),
    word as (insert into workplace_word (provider_id, id, placement_id, changed, said_by, said_at)
      select provider_id, gen_random_uuid(), placement_id, '{}', teacher_id, now() from mine),
    followed as (insert into decision_follow_up
      select provider_id, decision_id, 'condition:0', current_date, teacher_id from mine),
    supervised as (insert into coverage_task (provider_id, decision_id, task_id, supervised_by)
      select mine.provider_id, decision_id, task.id, 'Mika' from mine
        join workplace_task task on task.workplace_id = mine.workplace_id limit 1),
    told as (insert into coverage_said
      select mine.provider_id, mine.decision_id, row.requirement_id, 'done', '{}', 'Mika', now() from mine
        join coverage_row row on row.provider_id = mine.provider_id and row.decision_id = mine.decision_id limit 1),
    card as (insert into objective_card (provider_id, requirement_key, number)
      select provider_id, 'oma', 1 from mine returning provider_id),
    worded as (insert into objective_card_version
        (provider_id, requirement_key, number, plain, seen_when, typical_tasks, written_by, written_at)
      select card.provider_id, 'oma', 1, '{}', '{}', '[]', mine.teacher_id, now() from card, mine),
    file as (insert into file (provider_id, id, placement_id, name, media_type, sha256, bytes, width, height,
        uploaded_by, uploaded_at)
      select provider_id, gen_random_uuid(), placement_id, 'suojus.jpg', 'image/jpeg', sha256('x'), 'x', 1, 1,
        teacher_id, now() from mine),
    imported as (insert into register_import (provider_id, id, imported_by, imported_at, undoable_until)
      select provider_id, gen_random_uuid(), teacher_id, now(), now() + interval '1 day' from mine returning provider_id, id),
    imported_row as (insert into register_import_row
        (provider_id, import_id, workplace_id, added, version, before, capacity_ids, document_ids)
      select i.provider_id, i.id, mine.workplace_id, true, 1, '{}', '{}', '{}' from imported i, mine),
    browser as (insert into session (id, token_hash, person_id, means, created_at, expires_at)
      select gen_random_uuid(), sha256('suojus'), teacher_id, 'code', now(), now() from mine returning id),
    signing as (insert into agreement_code (provider_id, id, agreement_id, party, session_id, code_hash, sent_to,
        created_at, expires_at)
      select a.provider_id, gen_random_uuid(), a.id, 'employer', s.id, 'x', 'le•••@example.org', now(), now()
        from agreement a, browser s limit 1),
    reminded as (insert into agreement_reminder (provider_id, id, agreement_id, party, by_person, at)
      select provider_id, gen_random_uuid(), id, 'employer', sent_by, now() from agreement limit 1),
    paper as (insert into agreement_paper (provider_id, agreement_id, bytes, sha256, sealed_at, time_stamped)
      select provider_id, id, 'x', sha256('x'), now(), false from agreement limit 1),
    sealed as (insert into provider_seal (provider_id, id, locked_key, certificates, subject, fingerprint,
        valid_from, valid_until, origin, added_at)
      select provider_id, gen_random_uuid(), decode(repeat('00', 40), 'hex'), array['x'::bytea], 'CN=suojus',
        repeat('0', 64), now(), now() + interval '1 day', 'made', now() from mine),
    calendar_told as (insert into calendar_event
        (provider_id, talk_id, placement_id, sequence, kind, starts_at, people, told_at)
      select provider_id, gen_random_uuid(), placement_id, 0, 'start', now(), array[student_id], now() from mine),
    suspension as (insert into workplace_suspension
        (provider_id, id, workplace_id, kind, reason, suspended_by, suspended_at)
      select provider_id, gen_random_uuid(), workplace_id, 'suspended', 'suojus', teacher_id, now() from mine
      returning provider_id, id)
    insert into relocation (provider_id, id, placement_id, suspension_id, opened_at)
      select s.provider_id, gen_random_uuid(), mine.placement_id, s.id, now() from suspension s, mine`.execute(
    db,
  );
}
