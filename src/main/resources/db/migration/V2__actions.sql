-- Actions as they stand, so that a restart knows what was on its way. The audit log is apart from this and for good.
create table action (
    id character varying primary key,
    action_id character varying not null,
    asked character varying not null,
    place integer not null,
    ended boolean not null,
    started_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    content character varying not null
);

create index action_changed_at on action (changed_at);
create index action_ended on action (ended);
