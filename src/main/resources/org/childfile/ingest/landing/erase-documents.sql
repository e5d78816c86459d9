-- A workbook is one piece: where one of its rows must go, the file goes. Each row of the others stands as a record of its own.
delete from landing.document d
using landing.pull p
where p.pull_id = d.pull_id and p.feed in (select feed from erased_record) and not :keep
