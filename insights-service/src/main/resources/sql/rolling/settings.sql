-- With what does a roll run, other than the questions do?
--
-- grain: one row; set until the transaction ends
-- parameters: none
--
-- A batch is a small part of its table, whatever PostgreSQL guesses of an array that it has not seen.

select
  set_config('statement_timeout', '10min', true),
  set_config('enable_seqscan', 'off', true),
  set_config('work_mem', '64MB', true),
  set_config('jit', 'off', true)
