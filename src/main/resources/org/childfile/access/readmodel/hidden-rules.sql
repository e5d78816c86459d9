-- Every rule that fires for a child, as far as it may be seen. The text of a hidden child is that of the rule of hidden
-- children, which names kinds; its own text is that of the kind.
select x.part, x.rule, x.since::text as since, x.evidence, d.version, d.grade, d.law, d.zh, d.en
from (select 'kind' as part, 1 as n, k.rule, k.since, k.evidence, k.rule_version from mart.child_kind k where k.child_id = :id
      union all
      select 'hidden', 2, h.rule, h.since, h.evidence, h.rule_version from mart.hidden_child h where h.child_id = :id
      union all
      select 'signal', 3, s.rule, s.since, s.evidence, s.rule_version from mart.child_signal s where s.child_id = :id
      union all
      select 'risk', 4, w.rule, w.since, w.evidence, w.rule_version from mart.child_warning w where w.child_id = :id) x
join mart.rule d on d.part = x.part and d.version = x.rule_version and (d.rule = x.rule or x.part = 'hidden')
order by x.n, x.rule
