-- At each move of a row H2 writes all indexes of run_row anew, whatever the move changes. What only history asks of
-- rows therefore has tables of its own, written once a row.

CREATE TABLE row_content (                    -- planned rows by what they make
  run_id VARCHAR(100) NOT NULL,
  row_no BIGINT NOT NULL,
  content_key VARCHAR(64) NOT NULL,
  PRIMARY KEY (run_id, row_no),
  FOREIGN KEY (run_id, row_no) REFERENCES run_row (run_id, row_no)
);
INSERT INTO row_content (run_id, row_no, content_key)
SELECT run_id, row_no, content_key FROM run_row WHERE content_key IS NOT NULL;
CREATE INDEX row_content_by_key ON row_content (content_key);
DROP INDEX run_row_by_content;

CREATE TABLE delivery (                       -- rows whose video is in its place
  run_id VARCHAR(100) NOT NULL,
  row_no BIGINT NOT NULL,
  job VARCHAR(60) NOT NULL,
  row_key VARCHAR(200) NOT NULL,
  pair VARCHAR(401) NOT NULL,
  delivered_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (run_id, row_no),
  FOREIGN KEY (run_id, row_no) REFERENCES run_row (run_id, row_no)
);
INSERT INTO delivery (run_id, row_no, job, row_key, pair, delivered_at)
SELECT run_id, row_no, job, row_key, pair, delivered_at FROM run_row WHERE delivered_at IS NOT NULL;
CREATE INDEX delivery_by_key ON delivery (job, row_key, delivered_at DESC);
CREATE INDEX delivery_by_pair ON delivery (job, pair, delivered_at DESC);
DROP INDEX run_row_by_name;
DROP INDEX run_row_by_pair;
ALTER TABLE run_row DROP COLUMN job;
ALTER TABLE run_row DROP COLUMN delivered_at;

-- Tasks in flight are counted at every turn: with this column without a look at the rows.
DROP INDEX run_row_by_due;
CREATE INDEX run_row_by_due ON run_row (run_id, state, due_at, row_no, overdue);
