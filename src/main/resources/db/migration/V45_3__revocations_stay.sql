-- The running program adds revocations; it has no reason to change one or to take one away.
revoke all on rights.revoked_token from childfile_writer;
grant select, insert on rights.revoked_token to childfile_writer;
