-- Which numbers of likes has no photo any more?
--
-- after: select insights.stage()
-- grain: one row a number of likes, and of suspects' likes, that goes
-- parameters: none

delete from insights.like_mix
where like_mix.photos = 0
