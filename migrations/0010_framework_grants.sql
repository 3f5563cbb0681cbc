-- Everybody reads the requirements. They are written by an import only, and a version is never changed or removed.
grant select, insert on framework, framework_version, unit, sub_area, requirement, generic_scale, criterion, framework_text
  to kisalli_app;
grant select, insert, update on requirement_plain to kisalli_app;
