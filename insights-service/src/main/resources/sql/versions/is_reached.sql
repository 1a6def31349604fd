-- Are all batches rolled up that were written up to a position?
--
-- grain: one row
-- parameters:
--   $1 text  number of a transaction

select roll_up.horizon > $1::text::xid8 as is_reached
from insights.roll_up
