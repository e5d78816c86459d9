-- What Spring Batch keeps of steps was written as serialised Java objects, and is JSON from now on. Nothing reads the old form
-- any more: the one thing that it held and that a run which was cut off needs, the feed of a step, is in the step's name too.
update batch.batch_step_execution_context c
set short_context = case
        when s.step_name like '%-feed:%'
            then jsonb_build_object('@class', 'java.util.HashMap', 'feed', split_part(s.step_name, ':', 2))::text
        else '{"@class":"java.util.HashMap"}' end,
    serialized_context = null
from batch.batch_step_execution s
where s.step_execution_id = c.step_execution_id and c.short_context not like '{%';

update batch.batch_job_execution_context
set short_context = '{"@class":"java.util.HashMap"}', serialized_context = null
where short_context not like '{%';

alter table batch.batch_step_execution_context add constraint context_is_json check (short_context like '{%');
alter table batch.batch_job_execution_context add constraint context_is_json check (short_context like '{%');
