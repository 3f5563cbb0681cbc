-- edited_at is the newest edit that the teacher sees; the tutor and all who read less are told of their own only.
alter table log_entry add column edited_for_tutor_at timestamptz check (edited_for_tutor_at >= received_at);

-- A migration has nobody's sight: forced row-level security would hide every row from it.
alter table log_entry no force row level security;
update log_entry set edited_for_tutor_at = edited_at where edited_at is not null;
alter table log_entry force row level security;
