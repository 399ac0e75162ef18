-- The deed that gave a request the due day it has, where it was changed after filing: tells after a lost answer whether a
-- change was stored.
alter table wish add column due_deed bigint;
