create trigger audit_deed_for_good before update, delete on audit_deed
    for each row call 'io.nordwand.database.ForGood';
create trigger audit_outcome_for_good before update, delete on audit_outcome
    for each row call 'io.nordwand.database.ForGood';
