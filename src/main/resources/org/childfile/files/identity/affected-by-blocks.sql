-- The changed records and all that share a block with one of them.
insert into affected (record_id)
select record_id from changed
union
select b.record_id from wanted_key w join linkage.block b on b.key = w.key
