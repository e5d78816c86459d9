-- Spring Batch writes the context itself without the name of a type; the one that V45_1 gave to old contexts says nothing.
update batch.batch_step_execution_context set short_context = (short_context::jsonb - '@class')::text
where short_context like '%"@class"%';
update batch.batch_job_execution_context set short_context = (short_context::jsonb - '@class')::text
where short_context like '%"@class"%';
