-- One row, written again while the database is in trouble to find out whether it can be written once more.
create table write_check (
    id integer primary key,
    checked_at timestamp with time zone not null
);
