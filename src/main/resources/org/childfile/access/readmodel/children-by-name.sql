select p.*
from mart.find_child(coalesce(:name, :pinyin), coalesce(:division, ''), case when :kind::text is null then :limit else 1000 end) p
where :kind::text is null or :kind = any (p.kinds)
limit :limit
