-- A new version of the plan may leave a talk out; one that has been held is a record and stays.
grant delete on talk to kisalli_app;
create policy only_planned on talk as restrictive for delete using (held_at is null);
