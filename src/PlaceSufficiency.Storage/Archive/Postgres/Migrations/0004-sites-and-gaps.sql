-- Plans for one year's sites are proven by cases.

CREATE TABLE run_sites (
    run_key bigint NOT NULL REFERENCES run (run_key) ON DELETE CASCADE, position integer NOT NULL,
    step integer NOT NULL, split_scheme_id text, price_set integer, stay integer, price double precision,
    PRIMARY KEY (run_key, position)
);

CREATE VIEW sites AS SELECT run_id AS run, t.* FROM run_sites AS t JOIN run USING (run_key);

-- What is asked of every run while a batch goes on, without reading manifests.
ALTER TABLE run ADD COLUMN widest_gap double precision NOT NULL DEFAULT 0;
UPDATE run SET widest_gap = coalesce((SELECT max((tier ->> 'gap')::double precision) FROM jsonb_array_elements(manifest::jsonb -> 'tiers') AS tier), 0);
