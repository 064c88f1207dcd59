-- What is wrong with the rows of a manifest, one by one; run_row.reason says the same in one sentence.

CREATE TABLE row_problem (
  run_id VARCHAR(100) NOT NULL REFERENCES run (id),
  row_no BIGINT NOT NULL,                     -- 0: the file as a whole
  no INT NOT NULL,                            -- within the row, from 1
  file VARCHAR(1000) NOT NULL,                -- empty where the manifest is one file
  line BIGINT NOT NULL,                       -- 0 where no line is meant
  header VARCHAR(200) NOT NULL,               -- of the column; empty where the row is meant
  cell VARCHAR(200) NOT NULL,                 -- shortened
  text VARCHAR(4000) NOT NULL,                -- what is wrong
  fix VARCHAR(4000) NOT NULL,                 -- what would be right
  PRIMARY KEY (run_id, row_no, no)
);

-- Where the performance stands if characters and performances have files of their own.
ALTER TABLE run_row ADD COLUMN performance_line BIGINT;
