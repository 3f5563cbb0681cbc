-- A workplace and those merged into it: two, as far as the planner needs to know. Its usual guess of a thousand
-- has it read whole tables beside them.
alter function workplace_family(uuid) rows 2;
