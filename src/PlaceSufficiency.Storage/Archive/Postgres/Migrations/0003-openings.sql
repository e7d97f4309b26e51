-- Plans that decide openings.

CREATE TABLE run_openings (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    scheme_id text NOT NULL, opens text NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE TABLE run_proofs (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    price_set integer NOT NULL, tier text NOT NULL, price_on text NOT NULL, provision_id text, academic_year text, held_tier text, price double precision NOT NULL,
    PRIMARY KEY (run_key, position)
);

CREATE VIEW openings AS SELECT run_id AS run, t.* FROM run_openings AS t JOIN run USING (run_key);
CREATE VIEW proofs AS SELECT run_id AS run, t.* FROM run_proofs AS t JOIN run USING (run_key);
