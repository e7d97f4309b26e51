-- The archive of runs. Everything that an archive holds is immutable: rows are inserted, and removed by the owner alone.

CREATE TABLE archived_case (
    fingerprint text PRIMARY KEY
);

CREATE TABLE case_file (
    fingerprint text NOT NULL REFERENCES archived_case (fingerprint) ON DELETE CASCADE,
    path        text NOT NULL,
    bytes       bytea NOT NULL,
    PRIMARY KEY (fingerprint, path)
);

CREATE TABLE batch (
    batch_id text PRIMARY KEY,
    name     text NOT NULL
);

CREATE TABLE batch_run (
    batch_id text NOT NULL REFERENCES batch (batch_id) ON DELETE CASCADE,
    position integer NOT NULL,
    run_id   text NOT NULL,
    request  text NOT NULL,
    PRIMARY KEY (batch_id, position)
);

CREATE INDEX batch_run_by_run ON batch_run (run_id);

-- The key of a run is written in the same transaction as its rows: a run is there whole or not at all, and once.
CREATE TABLE run (
    run_key  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id   text NOT NULL UNIQUE,
    manifest text NOT NULL
);

CREATE TABLE run_years (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    academic_year text NOT NULL, stock_pupils integer NOT NULL, joiners_pupils integer NOT NULL, leavers_pupils integer NOT NULL, placed_pupils integer NOT NULL,
    unplaced_pupils integer NOT NULL, over_number_pupils integer NOT NULL, inmss_pupils integer NOT NULL, inmss_spend_pounds numeric(18,2) NOT NULL,
    special_places integer NOT NULL, special_pupils integer NOT NULL, median_travel_minutes double precision NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_needs (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    academic_year text NOT NULL, phase text NOT NULL, need text NOT NULL, pupils integer NOT NULL, unplaced_pupils integer NOT NULL, inmss_pupils integer NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_provisions (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    academic_year text NOT NULL, provision_id text NOT NULL, places integer NOT NULL, imports_pupils integer NOT NULL, pupils integer NOT NULL,
    over_number_pupils integer NOT NULL, empty_places integer NOT NULL, turned_away_pupils integer NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_money (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    financial_year text NOT NULL, line text NOT NULL, amount_pounds numeric(18,2) NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_balances (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    academic_year text NOT NULL, phase text NOT NULL, need_group text NOT NULL, demand_pupils integer NOT NULL, placed_pupils integer NOT NULL,
    inmss_pupils integer NOT NULL, elsewhere_pupils integer NOT NULL, unplaced_pupils integer NOT NULL, empty_places integer NOT NULL, balance_places integer NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_budget (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    financial_year text NOT NULL, line text NOT NULL, item text, kind text NOT NULL, amount_pounds numeric(18,2) NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_unplaced (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    academic_year text NOT NULL, area_id text NOT NULL, phase text NOT NULL, need text NOT NULL, cause text NOT NULL, provision_id text, pupils integer NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_stays (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    stay integer NOT NULL, area_id text NOT NULL, need text NOT NULL, sex text NOT NULL, first_year text NOT NULL, last_year text NOT NULL,
    year_group_at_first integer NOT NULL, levels text NOT NULL, provision_id text, pupils integer NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_placements (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    stay integer NOT NULL, path integer NOT NULL, academic_year text NOT NULL, provision_id text, pupils integer NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_certificate (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    tier text NOT NULL, price_on text NOT NULL, provision_id text, academic_year text, held_tier text, price double precision NOT NULL,
    PRIMARY KEY (run_key, position)
);

-- What queries see, under the same names as in an archive that is a folder.
CREATE VIEW runs AS
SELECT run_id AS run, m ->> 'version' AS version, m ->> 'case' AS "case", m ->> 'scenario' AS scenario, m ->> 'file' AS file,
    (SELECT coalesce(string_agg((s ->> 'over') || '=' || (s ->> 'value'), ' ' ORDER BY n), '') FROM jsonb_array_elements(m -> 'settings') WITH ORDINALITY AS listed (s, n)) AS settings,
    (m -> 'future' ->> 'seed')::integer AS seed, (m -> 'future' ->> 'number')::integer AS path, m ->> 'keep' AS keep,
    (m -> 'headline' ->> 'unplaced-pupil-years')::integer AS unplaced_pupil_years,
    (m -> 'headline' ->> 'unplaced-at-end')::integer AS unplaced_at_end_pupils,
    (m -> 'headline' ->> 'inmss-at-end')::integer AS inmss_at_end_pupils,
    (m -> 'headline' ->> 'revenue-pounds')::numeric(18,2) AS revenue_pounds,
    (m -> 'headline' ->> 'capital-pounds')::numeric(18,2) AS capital_pounds
FROM (SELECT run_id, manifest::jsonb AS m FROM run) AS read;

CREATE VIEW years AS SELECT run_id AS run, t.* FROM run_years AS t JOIN run USING (run_key);
CREATE VIEW needs AS SELECT run_id AS run, t.* FROM run_needs AS t JOIN run USING (run_key);
CREATE VIEW provisions AS SELECT run_id AS run, t.* FROM run_provisions AS t JOIN run USING (run_key);
CREATE VIEW money AS SELECT run_id AS run, t.* FROM run_money AS t JOIN run USING (run_key);
CREATE VIEW balances AS SELECT run_id AS run, t.* FROM run_balances AS t JOIN run USING (run_key);
CREATE VIEW budget AS SELECT run_id AS run, t.* FROM run_budget AS t JOIN run USING (run_key);
CREATE VIEW unplaced AS SELECT run_id AS run, t.* FROM run_unplaced AS t JOIN run USING (run_key);
CREATE VIEW stays AS SELECT run_id AS run, t.* FROM run_stays AS t JOIN run USING (run_key);
CREATE VIEW placements AS SELECT run_id AS run, t.* FROM run_placements AS t JOIN run USING (run_key);
CREATE VIEW certificate AS SELECT run_id AS run, t.* FROM run_certificate AS t JOIN run USING (run_key);
