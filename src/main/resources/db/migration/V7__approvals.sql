-- The approved set as last read: one row, or none when it was never read; "owner" as in the table of copies.
create table approval_now (
    owner character varying primary key,
    is_on boolean not null,
    read_at timestamp with time zone not null
);

-- Ids in lower case, by which they are compared, and as they came.
create table approved_build (
    id character varying primary key,
    given_build character varying not null
);

-- What the set was before each change from here and what it was to become, stored before the change is sent.
create table approval_set (
    id character varying primary key,
    action character varying not null,
    stored_at timestamp with time zone not null,
    actor character varying not null,
    was_on boolean not null,
    becomes_on boolean not null
);
create unique index approval_set_action on approval_set (action);

create table approval_set_build (
    approval_set character varying not null references approval_set (id),
    id character varying not null,
    given_build character varying not null,
    title character varying not null,
    was_in boolean not null,
    becomes_in boolean not null,
    primary key (approval_set, id)
);
