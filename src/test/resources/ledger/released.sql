-- What the first release (V1 to V3) wrote: summer-1 has ended, summer-2 was killed in the middle.

INSERT INTO run (id, job, n, label, round, phase, inputs, manifest_sha256, job_file, output, selection, reuse,
  header, epoch, cap, reserved, charged, created_at, started_at, ended_at, stop_requested, last_exit)
VALUES ('summer-1', 'summer', 1, '', 1, 'ENDED', '32381523e63197c929b67f793a8098bed0ae3a6fa902634fdbcc6fa4567f3346', '62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a', '/jobs/summer.yaml', '/out',
  '', TRUE, '["character","performance"]', 1, 1000000, 0, 45000, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', TIMESTAMP WITH TIME ZONE '2026-11-20 11:00:00+00:00', FALSE, 3);
INSERT INTO run (id, job, n, label, round, phase, inputs, manifest_sha256, job_file, output, selection, reuse,
  header, epoch, cap, reserved, charged, created_at, started_at, ended_at, stop_requested, last_exit)
VALUES ('summer-2', 'summer', 2, '', 1, 'RUNNING', '32381523e63197c929b67f793a8098bed0ae3a6fa902634fdbcc6fa4567f3346', '62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a', '/jobs/summer.yaml', '/out',
  '', TRUE, '["character","performance"]', 1, 1000000, 135000, 0, TIMESTAMP WITH TIME ZONE '2026-11-20 12:00:00+00:00', TIMESTAMP WITH TIME ZONE '2026-11-20 12:00:00+00:00', NULL, FALSE, NULL);

INSERT INTO asset_ref (run_id, role, ref, path, modified_at, sha256, type, bytes, width, height, length_ms, probed)
VALUES ('summer-1', 'CHARACTER', 'hero.png', '/assets/hero.png', TIMESTAMP WITH TIME ZONE '2026-11-20 09:00:00+00:00', '290617ed3bab229d65d4f128ba0956bc68fd773814a6537d376fea89c4743eb6', 'PNG', 1000, 720, 1280, 0, TRUE),
  ('summer-1', 'PERFORMANCE', 'dance.mp4', '/assets/dance.mp4', TIMESTAMP WITH TIME ZONE '2026-11-20 09:00:00+00:00', '39374a593cab97e1c667e9428e810e0e0d8f9103e6d4179f46955433c00b483d', 'MP4', 50000, 1280, 720, 5000, TRUE);
INSERT INTO asset_ref (run_id, role, ref, path, modified_at, sha256, type, bytes, width, height, length_ms, probed)
VALUES ('summer-2', 'CHARACTER', 'hero.png', '/assets/hero.png', TIMESTAMP WITH TIME ZONE '2026-11-20 09:00:00+00:00', '290617ed3bab229d65d4f128ba0956bc68fd773814a6537d376fea89c4743eb6', 'PNG', 1000, 720, 1280, 0, TRUE),
  ('summer-2', 'PERFORMANCE', 'dance.mp4', '/assets/dance.mp4', TIMESTAMP WITH TIME ZONE '2026-11-20 09:00:00+00:00', '39374a593cab97e1c667e9428e810e0e0d8f9103e6d4179f46955433c00b483d', 'MP4', 50000, 1280, 720, 5000, TRUE);

INSERT INTO run_row (run_id, row_no, row_key, line, cells, character_ref, performance_ref, prompt, orientation, resolution, client, campaign, priority, state, action, planned_in, expected_ms, estimate, content_key, video, due_at, tries, overdue, attempt, retries, charged, task_id, basis, sha256, rendered_ms, submitted_at, finished_at)
VALUES ('summer-1', 1, 'row-1', 2, '["hero.png","dance.mp4"]', 'hero.png', 'dance.mp4', 'take 1', 'VIDEO', 'P720', 'Acme', 'summer', 9223372036854775807, 'SUCCEEDED', 'RENDER', 1, 5000, 45000, 'd1988cd3019824f075f61677e1a6f54b16035868488e4051757dde53adeef80f', '1.mp4', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', 0, FALSE, 1, 0, 45000, 'task-1', 'PROVIDER', '3bfc269594ef649228e9a74bab00f042efc91d5acc6fbee31a382e80d42388fe', 5000, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', TIMESTAMP WITH TIME ZONE '2026-11-20 11:00:00+00:00');
INSERT INTO run_row (run_id, row_no, row_key, line, cells, character_ref, performance_ref, prompt, orientation, resolution, client, campaign, priority, state, action, planned_in, expected_ms, estimate, content_key, video, due_at, tries, overdue, attempt, retries, charged, failure, reason, finished_at)
VALUES ('summer-1', 2, 'row-2', 3, '["hero.png","dance.mp4"]', 'hero.png', 'dance.mp4', 'take 2', 'VIDEO', 'P720', 'Acme', 'summer', 9223372036854775807, 'FAILED', 'RENDER', 1, 5000, 45000, '0dc4885820556f3d96f986010aa2e26b83083238f04940a1c4b1dd64a045b2c7', '2.mp4', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', 0, FALSE, 1, 0, 0, 'MODERATION', 'policy', TIMESTAMP WITH TIME ZONE '2026-11-20 11:00:00+00:00');
INSERT INTO run_row (run_id, row_no, row_key, line, cells, client, campaign, priority, state, action, due_at, tries, overdue, attempt, retries, charged, reason)
VALUES ('summer-1', 3, 'row-3', 4, '["hero.png","dance.mp4"]', 'Acme', 'summer', 9223372036854775807, 'REJECTED', 'REJECT', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', 0, FALSE, 0, 0, 0, 'performance: is empty');
INSERT INTO run_row (run_id, row_no, row_key, line, cells, character_ref, performance_ref, prompt, orientation, resolution, client, campaign, priority, state, action, planned_in, expected_ms, estimate, content_key, video, due_at, tries, overdue, attempt, retries, charged)
VALUES ('summer-2', 1, 'row-1', 2, '["hero.png","dance.mp4"]', 'hero.png', 'dance.mp4', 'take 1', 'VIDEO', 'P720', 'Acme', 'summer', 9223372036854775807, 'SUBMITTING', 'RENDER', 1, 5000, 45000, 'e250d5bda08df431e4f0f9e81ff223685325eda5a68d5b465ddd009575a413c2', '1.mp4', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', 0, FALSE, 1, 0, 0);
INSERT INTO run_row (run_id, row_no, row_key, line, cells, character_ref, performance_ref, prompt, orientation, resolution, client, campaign, priority, state, action, planned_in, expected_ms, estimate, content_key, video, due_at, tries, overdue, attempt, retries, charged, task_id, submitted_at)
VALUES ('summer-2', 2, 'row-2', 3, '["hero.png","dance.mp4"]', 'hero.png', 'dance.mp4', 'take 2', 'VIDEO', 'P720', 'Acme', 'summer', 9223372036854775807, 'RENDERING', 'RENDER', 1, 5000, 45000, '868dd1cd46d4bf4b57a5d97b44460601ee1f6c329eb7c0e7d60710edb1d18593', '2.mp4', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', 0, FALSE, 1, 0, 0, 'task-2', TIMESTAMP WITH TIME ZONE '2026-11-20 13:00:00+00:00');
INSERT INTO run_row (run_id, row_no, row_key, line, cells, character_ref, performance_ref, prompt, orientation, resolution, client, campaign, priority, state, action, planned_in, expected_ms, estimate, content_key, video, due_at, tries, overdue, attempt, retries, charged)
VALUES ('summer-2', 3, 'row-3', 4, '["hero.png","dance.mp4"]', 'hero.png', 'dance.mp4', 'take 3', 'VIDEO', 'P720', 'Acme', 'summer', 9223372036854775807, 'READY', 'RENDER', 1, 5000, 45000, '879d463c390c7dbd7afa530bdb0d10b00a461f433d1ec3264247e10645e3d74f', '3.mp4', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', 0, FALSE, 0, 0, 0);
INSERT INTO run_row (run_id, row_no, row_key, line, cells, character_ref, performance_ref, prompt, orientation, resolution, client, campaign, priority, state, action, planned_in, expected_ms, estimate, content_key, video, due_at, tries, overdue, attempt, retries, charged)
VALUES ('summer-2', 4, 'row-4', 5, '["hero.png","dance.mp4"]', 'hero.png', 'dance.mp4', 'take 4', 'VIDEO', 'P720', 'Acme', 'summer', 9223372036854775807, 'IN_DOUBT', 'RENDER', 1, 5000, 45000, '454db5e8826de5b5350afa875e74edce2ea7ea3e1d30d9a1dd5aaaa7dd6a1919', '4.mp4', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', 0, FALSE, 1, 0, 0);
INSERT INTO run_row (run_id, row_no, row_key, line, cells, character_ref, performance_ref, prompt, orientation, resolution, client, campaign, priority, state, action, planned_in, expected_ms, estimate, content_key, video, due_at, tries, overdue, attempt, retries, charged, follows)
VALUES ('summer-2', 5, 'row-5', 6, '["hero.png","dance.mp4"]', 'hero.png', 'dance.mp4', 'take 5', 'VIDEO', 'P720', 'Acme', 'summer', 9223372036854775807, 'PENDING', 'REUSE', 1, 5000, 0, 'f6a602a341076e72cd59c1394c5be2492205a81b272887273807bb28e57ac0cf', '5.mp4', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', 0, FALSE, 0, 0, 0, 2);

INSERT INTO attempt (run_id, row_no, no, state, epoch, token, request_hash, reserved, origin, task_id, late, intent_at, closed_at)
VALUES ('summer-1', 1, 1, 'FINISHED', 1, 'token', '1f58b9145b24d108d7ac38887338b3ea3229833b9c1e418250343f907bfd1047', 45000, 'https://render.example', 'task-1', FALSE, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', TIMESTAMP WITH TIME ZONE '2026-11-20 11:00:00+00:00');
INSERT INTO attempt (run_id, row_no, no, state, epoch, token, request_hash, reserved, origin, task_id, late, intent_at, closed_at)
VALUES ('summer-1', 2, 1, 'REFUSED', 1, 'token', '1f58b9145b24d108d7ac38887338b3ea3229833b9c1e418250343f907bfd1047', 45000, 'https://render.example', NULL, FALSE, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', TIMESTAMP WITH TIME ZONE '2026-11-20 11:00:00+00:00');
INSERT INTO attempt (run_id, row_no, no, state, epoch, token, request_hash, reserved, origin, task_id, late, intent_at, closed_at)
VALUES ('summer-2', 1, 1, 'INTENT', 1, 'token', '1f58b9145b24d108d7ac38887338b3ea3229833b9c1e418250343f907bfd1047', 45000, 'https://render.example', NULL, FALSE, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', NULL);
INSERT INTO attempt (run_id, row_no, no, state, epoch, token, request_hash, reserved, origin, task_id, late, intent_at, closed_at)
VALUES ('summer-2', 2, 1, 'ACCEPTED', 1, 'token', '1f58b9145b24d108d7ac38887338b3ea3229833b9c1e418250343f907bfd1047', 45000, 'https://render.example', 'task-2', FALSE, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', NULL);
INSERT INTO attempt (run_id, row_no, no, state, epoch, token, request_hash, reserved, origin, task_id, late, intent_at, closed_at)
VALUES ('summer-2', 4, 1, 'DOUBT', 1, 'token', '1f58b9145b24d108d7ac38887338b3ea3229833b9c1e418250343f907bfd1047', 45000, 'https://render.example', NULL, FALSE, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00', NULL);

INSERT INTO credit (run_id, row_no, attempt, kind, place, reserved, charged, basis, at)
VALUES ('summer-1', 1, 1, 'RESERVE', 'open', 45000, 0, NULL, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00');
INSERT INTO credit (run_id, row_no, attempt, kind, place, reserved, charged, basis, at)
VALUES ('summer-1', 1, 1, 'SETTLE', 'close', -45000, 45000, 'PROVIDER', TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00');
INSERT INTO credit (run_id, row_no, attempt, kind, place, reserved, charged, basis, at)
VALUES ('summer-1', 2, 1, 'RESERVE', 'open', 45000, 0, NULL, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00');
INSERT INTO credit (run_id, row_no, attempt, kind, place, reserved, charged, basis, at)
VALUES ('summer-1', 2, 1, 'RELEASE', 'close', -45000, 0, NULL, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00');
INSERT INTO credit (run_id, row_no, attempt, kind, place, reserved, charged, basis, at)
VALUES ('summer-2', 1, 1, 'RESERVE', 'open', 45000, 0, NULL, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00');
INSERT INTO credit (run_id, row_no, attempt, kind, place, reserved, charged, basis, at)
VALUES ('summer-2', 2, 1, 'RESERVE', 'open', 45000, 0, NULL, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00');
INSERT INTO credit (run_id, row_no, attempt, kind, place, reserved, charged, basis, at)
VALUES ('summer-2', 4, 1, 'RESERVE', 'open', 45000, 0, NULL, TIMESTAMP WITH TIME ZONE '2026-11-20 10:00:00+00:00');
