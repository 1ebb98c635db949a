-- Who may do what in the database of Alongside. Run it as the database's owner, after the tables are there
-- (npm run migrate, or the script of npm run migrate -- --sql). Safe to run again, also after a new version.
--
--   alongside_app       the service: data of the tables named below, no definitions
--   alongside_reporter  a report: figures that have been released, nothing about a person
--   alongside_migrator  whoever changes the tables: npm run migrate
set xact_abort on;
go
begin transaction;
if database_principal_id('alongside_app') is null create role alongside_app;
if database_principal_id('alongside_reporter') is null create role alongside_reporter;
if database_principal_id('alongside_migrator') is null create role alongside_migrator;
commit transaction;
go
begin transaction;

-- The service. What it must never change it may not change: the audit and the figures that people have seen
-- only grow, and the record of migrations is the migrator's.
grant select, insert, update, delete on dbo.people to alongside_app;
grant select, insert, update, delete on dbo.preferences to alongside_app;
grant select, insert, update, delete on dbo.topics to alongside_app;
grant select, insert, update, delete on dbo.person_topics to alongside_app;
grant select, insert, update, delete on dbo.programmes to alongside_app;
grant select, insert, update, delete on dbo.help_contacts to alongside_app;
grant select, insert, update, delete on dbo.coordinators to alongside_app;
grant select, insert, update, delete on dbo.members to alongside_app;
grant select, insert, update, delete on dbo.member_topics to alongside_app;
grant select, insert, update, delete on dbo.do_not_pair to alongside_app;
grant select, insert, update, delete on dbo.rounds to alongside_app;
grant select, insert, update, delete on dbo.left_out to alongside_app;
grant select, insert, update, delete on dbo.round_corrections to alongside_app;
grant select, insert, update, delete on dbo.proposals to alongside_app;
grant select, insert, update, delete on dbo.proposal_people to alongside_app;
grant select, insert, update, delete on dbo.pairings to alongside_app;
grant select, insert, update, delete on dbo.pairing_people to alongside_app;
grant select, insert, update, delete on dbo.check_ins to alongside_app;
grant select, insert, update, delete on dbo.asks to alongside_app;
grant select, insert, update, delete on dbo.notes to alongside_app;
grant select, insert, update, delete on dbo.reflections to alongside_app;
grant select, insert, update, delete on dbo.data_keys to alongside_app;
grant select, insert, update, delete on dbo.conversations to alongside_app;
grant select, insert, update, delete on dbo.dialogs to alongside_app;
grant select, insert, update, delete on dbo.inbox to alongside_app;
grant select, insert, update, delete on dbo.card_answers to alongside_app;
grant select, insert, update, delete on dbo.occurrences to alongside_app;
grant select, insert, update, delete on dbo.permits to alongside_app;
grant select, insert on dbo.released_figures to alongside_app;
grant select, insert, update, delete on dbo.released_cohorts to alongside_app;
grant select, insert on dbo.audit to alongside_app;
grant select, insert, update, delete on dbo.imports to alongside_app;
grant select, insert, update, delete on dbo.staged_people to alongside_app;
grant select, insert, update, delete on dbo.staged_topics to alongside_app;
grant select, insert, update, delete on dbo.held_people to alongside_app;
grant select, insert, update, delete on dbo.directory_prints to alongside_app;
grant select, insert, update, delete on dbo.directory_syncs to alongside_app;
grant select, insert, update, delete on dbo.directory_changes to alongside_app;
grant select on dbo.migrations to alongside_app;

-- Entries of the audit that are more than twelve months old, and no others, may go.
grant select, delete on dbo.old_audit to alongside_app;

-- Figures are released for at least five people, ten for moods, before they come into this table.
grant select on dbo.released_figures to alongside_reporter;

-- Tables, indexes and constraints, and the rows that a new version writes into them.
alter role db_ddladmin add member alongside_migrator;
grant select, insert, update, delete, references on schema::dbo to alongside_migrator;

commit transaction;
go
