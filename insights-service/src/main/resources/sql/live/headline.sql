-- How large is the network at this moment, and how many accounts are suspected?
--
-- grain: one row
-- parameters: none
--
-- One statement sees one snapshot, so no transaction is needed.

select
  roll_up.version,
  roll_up.as_of,
  network.users,
  network.photos,
  network.likes,
  network.comments,
  network.follows,
  (select count(*) from insights.suspect where suspect.suspects = 'LIKED_SHARE')
    as suspected_bots
from insights.roll_up
cross join insights.network
