-- What administrators decided on pages, by name; what the configuration says wins.
create table setting (
    name character varying primary key,
    content character varying not null,
    changed_at timestamp with time zone not null,
    changed_by character varying not null
);
