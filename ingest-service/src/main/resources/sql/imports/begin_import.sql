-- Question:   under which id does an import of this kind run?
-- Grain:      one row
-- Parameters: $1 text kind
insert into facts.import (kind)
values ($1)
returning id;
