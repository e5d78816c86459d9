-- ${definitions}
-- An attribute that attributes.csv gives a column has one from here on, if it has none.
set local client_min_messages = warning;
alter table versions.child_version ${child.columns};
alter table versions.volunteer_version ${volunteer.columns};
set local client_min_messages = notice;
