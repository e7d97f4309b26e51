-- Plans that decide openings may be proven by cases of them.

CREATE TABLE run_cases (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    step integer NOT NULL, tier text NOT NULL, split_scheme_id text, opens_by text, price_set integer,
    PRIMARY KEY (run_key, position)
);

CREATE VIEW cases AS SELECT run_id AS run, t.* FROM run_cases AS t JOIN run USING (run_key);
