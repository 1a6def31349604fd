-- With what does a roll run, other than the questions do?
--
-- grain: one row; set until the transaction ends
-- parameters: none
--
-- A batch is a small part of its table, whatever PostgreSQL guesses of an array that it has not seen,
-- so reading a table from end to end is made dear here. It is not switched off: the staged tables can
-- be read in no other way, and a plan that has to do what is switched off costs so much that no other
-- difference in cost counts. Once that gave a nested loop over 48,000 and 14,000 rows: 15 s, not 0.2.

select
  set_config('statement_timeout', '10min', true),
  set_config('seq_page_cost', '20', true),
  set_config('random_page_cost', '1', true),
  set_config('work_mem', '64MB', true),
  set_config('jit', 'off', true)
