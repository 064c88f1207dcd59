-- H2 makes an index of its own for each of these and writes it at each move of a row; the keys that begin with the same
-- columns do not serve it. PostgreSQL needs none and goes on to check the same statements.

ALTER TABLE run_row DROP CONSTRAINT IF EXISTS constraint_87;      -- run_id
ALTER TABLE attempt DROP CONSTRAINT IF EXISTS constraint_2;       -- run_id
ALTER TABLE attempt DROP CONSTRAINT IF EXISTS constraint_28c;     -- run_id, row_no
ALTER TABLE credit DROP CONSTRAINT IF EXISTS constraint_76f;      -- run_id, row_no, attempt
