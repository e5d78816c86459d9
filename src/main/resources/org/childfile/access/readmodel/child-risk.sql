select c.child_id, c.risk as grade, r.rules, r.since,
       coalesce((select jsonb_agg(jsonb_build_object(
                            'part', x.part, 'rule', x.rule, 'version', x.rule_version, 'since', x.since, 'grade', d.grade,
                            'zh', d.zh, 'en', d.en, 'law', d.law, 'evidence', x.evidence) order by x.n, x.rule)
                 from (select 'kind' as part, 1 as n, k.rule, k.rule_version, k.since, k.evidence
                       from mart.child_kind k where k.child_id = :id
                       union all
                       select 'hidden', 2, h.rule, h.rule_version, h.since, h.evidence
                       from mart.hidden_child h where h.child_id = :id
                       union all
                       select 'signal', 3, s.rule, s.rule_version, s.since, s.evidence
                       from mart.child_signal s where s.child_id = :id
                       union all
                       select 'risk', 4, w.rule, w.rule_version, w.since, w.evidence
                       from mart.child_warning w where w.child_id = :id) x
                 join mart.rule d
                   on d.part = x.part and d.version = x.rule_version and (d.rule = x.rule or x.part = 'hidden')), '[]') as fired
from mart.child c
left join mart.risk r on r.child_id = c.child_id
where c.child_id = :id
