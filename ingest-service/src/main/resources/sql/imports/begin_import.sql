-- Under which id does an import of this kind run?
--
-- grain: one row
-- parameters:
--   $1 text kind

insert into facts.import (kind)
values ($1)
returning id;
