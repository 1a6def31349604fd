-- Question:   how did the import end?
-- Grain:      one row an import
-- Parameters: $1 bigint import, $2 text state
update facts.import
set state = $2, finished_at = now()
where id = $1;
