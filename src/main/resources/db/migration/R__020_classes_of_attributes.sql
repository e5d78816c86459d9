-- ${definitions}
-- The class of protection of each attribute, which the program writes again at every start, with what rights.yaml says.
insert into rights.attribute (population, attribute, class) values
    ${attributes}
on conflict (population, attribute) do update set class = excluded.class;
