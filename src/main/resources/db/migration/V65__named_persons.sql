-- What persons decided, called for, proved or asked names a person that there is. What the stages write of all persons, set-based
-- and from linkage.person itself, is not checked row by row.
alter table linkage.core add constraint core_person foreign key (person_id) references linkage.person;
alter table pairing.pairing
    add constraint pairing_child_person foreign key (child_id) references linkage.person,
    add constraint pairing_volunteer_person foreign key (volunteer_id) references linkage.person;
alter table pairing.decision
    add constraint decision_child_person foreign key (child_id) references linkage.person,
    add constraint decision_volunteer_person foreign key (volunteer_id) references linkage.person;
alter table wakeup.wakeup add constraint wakeup_child_person foreign key (child_id) references linkage.person;
alter table digitalfile.finding add constraint finding_child_person foreign key (child_id) references linkage.person;
alter table subject.correction add constraint correction_person foreign key (person_id) references linkage.person;
alter table rectification.request add constraint request_person foreign key (person_id) references linkage.person;
