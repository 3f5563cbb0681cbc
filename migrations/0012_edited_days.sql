-- received_at is the first arrival of a day and stays; edited_at is the newest edit that others see.
alter table log_entry add column edited_at timestamptz check (edited_at >= received_at);
