-- What a file system that minds neither case nor how a letter is composed takes a video's name for.
-- Null in rows that an older version planned.
ALTER TABLE run_row ADD COLUMN video_fold VARCHAR(1000);
