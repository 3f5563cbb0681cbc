-- The one whose step an induction waits for can be reminded of it.
alter table nudge drop constraint nudge_about_check;
alter table nudge add constraint nudge_about_check check (about in ('week', 'entry', 'plan', 'talk', 'gate', 'induction'));
