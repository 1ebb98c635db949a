-- Lets the identities of a deployment in, as contained users of this database: no login on the server, no password.
-- Run it after roles.sql, as the Entra administrator of the server. Safe to run again.
--
--   sqlcmd -S SERVER -d DATABASE -G -v AppIdentity="id-alongside-prod" MigratorIdentity="DBA-Alongside" \
--     ReporterIdentity="" -i infra/database/users.sql
--
-- AppIdentity       the user-assigned managed identity of the service
-- MigratorIdentity  the identity or group that runs migrations
-- ReporterIdentity  the identity or group of a report; none when empty
set xact_abort on;
go
declare @statements nvarchar(max);
select @statements = string_agg(
    iif(
      database_principal_id(wanted.name) is null,
      N'create user ' + quotename(wanted.name) + N' from external provider with default_schema = dbo; ',
      N''
    ) + N'alter role ' + quotename(wanted.role) + N' add member ' + quotename(wanted.name) + N';',
    nchar(10)
  )
from (
  values
    (cast(N'$(AppIdentity)' as nvarchar(max)), N'alongside_app'),
    (N'$(MigratorIdentity)', N'alongside_migrator'),
    (N'$(ReporterIdentity)', N'alongside_reporter')
) as wanted (name, role)
where wanted.name <> N'';
exec sp_executesql @statements;
go
