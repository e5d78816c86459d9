-- Records that an edge joined to a changed one before; whatever that edge forbade may be allowed now.
select e.b from changed c join linkage.edge e on e.a = c.record_id
where not exists (select from changed o where o.record_id = e.b)
union
select e.a from changed c join linkage.edge e on e.b = c.record_id
where not exists (select from changed o where o.record_id = e.a)
