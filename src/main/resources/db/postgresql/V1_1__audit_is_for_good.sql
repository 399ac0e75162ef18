create function audit_for_good() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are for good: they are neither changed nor removed.', tg_table_name
        using errcode = 'raise_exception';
end
$$;

create trigger audit_deed_for_good before update or delete or truncate on audit_deed
    for each statement execute function audit_for_good();
create trigger audit_outcome_for_good before update or delete or truncate on audit_outcome
    for each statement execute function audit_for_good();
