-- Prices are also on other limits, each known by its kind and by what it is of. The price stays the last column, as in every archive.

DROP VIEW certificate, proofs;

ALTER TABLE run_certificate ADD COLUMN limit_kind text, ADD COLUMN financial_year text, ADD COLUMN year_group integer, ADD COLUMN from_kind text, ADD COLUMN moved double precision;
UPDATE run_certificate SET moved = price;
ALTER TABLE run_certificate DROP COLUMN price;
ALTER TABLE run_certificate RENAME COLUMN moved TO price;
ALTER TABLE run_certificate ALTER COLUMN price SET NOT NULL;

ALTER TABLE run_proofs ADD COLUMN limit_kind text, ADD COLUMN financial_year text, ADD COLUMN year_group integer, ADD COLUMN from_kind text, ADD COLUMN moved double precision;
UPDATE run_proofs SET moved = price;
ALTER TABLE run_proofs DROP COLUMN price;
ALTER TABLE run_proofs RENAME COLUMN moved TO price;
ALTER TABLE run_proofs ALTER COLUMN price SET NOT NULL;

CREATE VIEW certificate AS SELECT run_id AS run, t.* FROM run_certificate AS t JOIN run USING (run_key);
CREATE VIEW proofs AS SELECT run_id AS run, t.* FROM run_proofs AS t JOIN run USING (run_key);
