-- The core of the job for the district of generate.mjs, written by hand: which student is proposed what. It checks no
-- row, explains nothing and writes no results, so it is a lower bound for any program that does the whole job.
-- The variables entries and scores are the paths of the two files.
WITH
  pathways(pathway, target, higher, test) AS (
    VALUES
      ('next-eng901', 'ENG901', 'ENG1001', NULL),
      ('next-mth101', 'MTH101', 'MTH301', NULL),
      ('next-mth201', 'MTH201', 'MTH301', NULL),
      ('exam-SCI101', 'SCI101', NULL, 'EXAM-SCI101'),
      ('exam-SCI201', 'SCI201', NULL, 'EXAM-SCI201'),
      ('exam-SOC101', 'SOC101', NULL, 'EXAM-SOC101'),
      ('exam-SOC201', 'SOC201', NULL, 'EXAM-SOC201'),
      ('language', 'SPA101', NULL, 'LANGUAGE'),
      ('language', 'SPA201', NULL, 'LANGUAGE')
  ),
  -- Every course of a pathway: a doubtful entry on one of them refuses the whole pathway.
  touched(pathway, course) AS (
    SELECT pathway, target FROM pathways
    UNION
    SELECT pathway, higher FROM pathways WHERE higher IS NOT NULL
  ),
  entries AS MATERIALIZED (
    SELECT
      student_id AS student,
      course_id AS course,
      term AS part,
      mark,
      credits_attempted::DECIMAL(9, 3) AS attempted,
      credits_earned::DECIMAL(9, 3) AS earned,
      date_completed::DATE AS day,
      contains(designations, 'Z') AND credits_earned::DECIMAL(9, 3) > 0 AS is_mastery,
      mark NOT IN ('A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'P', 'F', 'I', 'W') AS is_doubtful
    FROM read_csv(getvariable('entries'), header = true, all_varchar = true)
    WHERE course_id IN (SELECT course FROM touched)
  ),
  sound AS MATERIALIZED (SELECT * FROM entries WHERE NOT is_doubtful AND mark <> 'W'),
  earned AS (SELECT student, course, part, sum(earned) AS credits FROM sound GROUP BY ALL),
  -- A part is covered by credit earned with a C or better; the evidence is complete when both parts are.
  covered AS (
    SELECT student, course, part, min(day) AS day
    FROM sound
    WHERE mark IN ('A', 'A-', 'B+', 'B', 'B-', 'C+', 'C') AND NOT is_mastery
    GROUP BY ALL
    HAVING sum(earned) >= 0.5
  ),
  higher AS (SELECT student, course, max(day) AS day FROM covered GROUP BY ALL HAVING count(*) = 2),
  passed AS (
    SELECT DISTINCT student_id AS student, test
    FROM read_csv(getvariable('scores'), header = true, all_varchar = true)
    WHERE test IN (SELECT test FROM pathways) AND level IN ('3', '4') AND status = 'valid'
  ),
  evidence AS (
    SELECT student, pathway, target, day FROM pathways JOIN higher ON higher.course = pathways.higher
    UNION ALL
    SELECT student, pathway, target, NULL FROM pathways JOIN passed USING (test)
  ),
  -- Attempted under F or I, before the higher course was passed, and not earned since.
  lost AS (
    SELECT
      evidence.student,
      pathway,
      target,
      sound.part,
      least(0.5, sum(attempted)) - coalesce(any_value(credits), 0) AS credits
    FROM evidence
    JOIN sound ON sound.student = evidence.student AND sound.course = target
    LEFT JOIN earned ON earned.student = evidence.student AND earned.course = target AND earned.part = sound.part
    WHERE pathway <> 'language' AND mark IN ('F', 'I') AND NOT is_mastery
      AND (evidence.day IS NULL OR sound.day < evidence.day)
    GROUP BY ALL
  ),
  -- The language pathway gives whatever is open. Its four parts are worth no more than its ceiling of 2.
  open AS (
    SELECT evidence.student, pathway, target, parts.part, 0.5 - coalesce(credits, 0) AS credits
    FROM evidence
    CROSS JOIN (VALUES ('S1'), ('S2')) AS parts(part)
    LEFT JOIN earned ON earned.student = evidence.student AND course = target AND earned.part = parts.part
    WHERE pathway = 'language'
  ),
  given AS (SELECT * FROM lost UNION ALL SELECT * FROM open)
SELECT student AS student_id, pathway, lower(target) AS course, part
FROM given
WHERE credits > 0
  AND NOT EXISTS (
    FROM entries JOIN touched USING (course)
    WHERE is_doubtful AND entries.student = given.student AND touched.pathway = given.pathway
  )
ORDER BY ALL
