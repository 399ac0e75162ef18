-- Orders that are not about a printer, as they stand, each with the one-time id of the form that it came from.
create table placed_order (
    id character varying primary key,
    action_id character varying not null,
    asked character varying not null,
    ended boolean not null,
    started_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    content character varying not null
);

create unique index placed_order_action_id on placed_order (action_id);
create index placed_order_changed_at on placed_order (changed_at);
create index placed_order_ended on placed_order (ended);
