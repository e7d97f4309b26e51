-- Least rights, granted anew after every migration: a reader reads; a writer also adds, and works the queue; only the owner removes.
-- The two are groups without a login: GRANT place_sufficiency_writer TO somebody.
DO $$
BEGIN
    PERFORM pg_advisory_xact_lock(7305812);
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'place_sufficiency_reader') THEN
        CREATE ROLE place_sufficiency_reader NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'place_sufficiency_writer') THEN
        CREATE ROLE place_sufficiency_writer NOLOGIN;
    END IF;
END $$;

GRANT USAGE ON SCHEMA place_sufficiency TO place_sufficiency_reader, place_sufficiency_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA place_sufficiency TO place_sufficiency_reader, place_sufficiency_writer;
GRANT INSERT ON archived_case, case_file, batch, batch_run, run, run_years, run_needs, run_provisions, run_money, run_balances, run_budget, run_unplaced, run_stays,
    run_placements, run_certificate, run_openings, run_proofs, run_cases, run_sites, attempt, failure, worker TO place_sufficiency_writer;
GRANT UPDATE (cancelled) ON batch TO place_sufficiency_writer;
GRANT UPDATE (version, words, seen) ON worker TO place_sufficiency_writer;
GRANT DELETE ON attempt, failure TO place_sufficiency_writer;
GRANT USAGE ON SCHEMA hangfire TO place_sufficiency_reader, place_sufficiency_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA hangfire TO place_sufficiency_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA hangfire TO place_sufficiency_writer;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA hangfire TO place_sufficiency_writer;
