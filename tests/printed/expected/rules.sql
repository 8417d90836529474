-- clinic 1.0.0, sha256:555707cd259ef5451f42ea4e1176e1645379a1b7b6c91cfd079b712570cf2dc3: 4 rules, in SQL for duckdb.
-- Reads the table or view answers: id, age, pain, sleep, time.
-- assessment_status is decided; open (an answer is missing: no level, and at least this urgency); out-of-scope (no level);
-- no-rule (no rule covers the answers: no level); or invalid (an answer that its question does not take: nothing is said).
WITH
coded AS (
SELECT
  id,
  CASE WHEN CAST("age" AS VARCHAR) IS NULL THEN NULL WHEN CAST("age" AS VARCHAR) = 'adult' THEN 0 WHEN CAST("age" AS VARCHAR) = 'child' THEN 1 ELSE -1 END AS answer_1,
  CASE WHEN CAST("pain" AS VARCHAR) IS NULL THEN NULL WHEN CAST("pain" AS VARCHAR) = 'none' THEN 0 WHEN CAST("pain" AS VARCHAR) = 'some' THEN 1 WHEN CAST("pain" AS VARCHAR) = 'much' THEN 2 WHEN CAST("pain" AS VARCHAR) = 'not-sure' THEN 1 ELSE -1 END AS answer_2,
  CASE WHEN CAST("sleep" AS VARCHAR) IS NULL THEN NULL WHEN regexp_full_match(CAST("sleep" AS VARCHAR), '-?[0-9]{1,9}') THEN CASE WHEN TRY_CAST(CAST("sleep" AS VARCHAR) AS INTEGER) BETWEEN 0 AND 7 THEN TRY_CAST(CAST("sleep" AS VARCHAR) AS INTEGER) - (0) ELSE -1 END WHEN CAST("sleep" AS VARCHAR) = 'not-sure' THEN 3 ELSE -1 END AS answer_3,
  CASE WHEN CAST("time" AS VARCHAR) IS NULL THEN NULL WHEN CAST("time" AS VARCHAR) = 'day' THEN 0 WHEN CAST("time" AS VARCHAR) = 'night' THEN 1 ELSE -1 END AS answer_4
FROM answers
),
scored AS (
SELECT
  *,
  CASE answer_2 WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 0 END + CASE answer_4 WHEN 0 THEN 0 WHEN 1 THEN 1 ELSE 0 END AS score_1_least,
  CASE answer_2 WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 2 END + CASE answer_4 WHEN 0 THEN 0 WHEN 1 THEN 1 ELSE 1 END AS score_1_most
FROM coded
),
ruled AS (
SELECT
  *,
  (answer_1 = 0) AS in_scope,
  /* everyone: visits, routine */ TRUE AS rule_1,
  /* bad-pain: program, soon */ ((answer_2 BETWEEN 1 AND 2) AND (answer_3 BETWEEN 2 AND 7)) AS rule_2,
  /* much-load: program, routine */ (CASE WHEN score_1_least > 3 OR score_1_most < 3 THEN FALSE WHEN score_1_least >= 3 AND score_1_most <= 3 THEN TRUE END) AS rule_3,
  /* worst: stay, emergency */ ((answer_2 = 2) AND (answer_3 = 7)) AS rule_4
FROM scored
),
stated AS (
SELECT
  *,
  CASE
    WHEN answer_1 < 0 OR answer_2 < 0 OR answer_3 < 0 OR answer_4 < 0 THEN 'invalid'
    WHEN NOT in_scope THEN 'out-of-scope'
    WHEN answer_1 IS NULL OR answer_2 IS NULL OR answer_3 IS NULL OR answer_4 IS NULL THEN 'open'
    WHEN (rule_1 OR rule_2 OR rule_3 OR rule_4) THEN 'decided'
    WHEN NOT (rule_1 OR rule_2 OR rule_3 OR rule_4) THEN 'no-rule'
  END AS assessment_status
FROM ruled
),
placed AS (
SELECT
  *,
  CASE WHEN assessment_status = 'decided' THEN CASE
    WHEN (rule_4) THEN 2
    WHEN (rule_2 OR rule_3) THEN 1
    WHEN (rule_1) THEN 0
  END END AS level_place,
  CASE WHEN assessment_status <> 'invalid' THEN CASE
    WHEN (rule_4) THEN 3
    WHEN FALSE THEN 2
    WHEN (rule_2) THEN 1
    WHEN TRUE THEN 0
  END END AS urgency_place
FROM stated
)
SELECT
  id,
  assessment_status,
  CASE level_place WHEN 0 THEN 'visits' WHEN 1 THEN 'program' WHEN 2 THEN 'stay' END AS level,
  CASE urgency_place WHEN 0 THEN 'routine' WHEN 1 THEN 'soon' WHEN 2 THEN 'urgent' WHEN 3 THEN 'emergency' END AS urgency,
  CASE WHEN assessment_status IN ('decided', 'out-of-scope', 'no-rule') THEN COALESCE(array_to_string([CASE WHEN rule_1 AND (level_place = 0) THEN 'everyone' END, CASE WHEN rule_2 AND (level_place = 1 OR urgency_place = 1) THEN 'bad-pain' END, CASE WHEN rule_3 AND (level_place = 1) THEN 'much-load' END, CASE WHEN rule_4 AND (level_place = 2 OR urgency_place = 3) THEN 'worst' END], ';'), '') END AS decided_by,
  COALESCE(array_to_string([CASE WHEN answer_1 IS NULL THEN 'age' END, CASE WHEN answer_2 IS NULL THEN 'pain' END, CASE WHEN answer_3 IS NULL THEN 'sleep' END, CASE WHEN answer_4 IS NULL THEN 'time' END], ';'), '') AS unanswered_questions,
  COALESCE(array_to_string([CASE WHEN answer_1 < 0 THEN 'age' END, CASE WHEN answer_2 < 0 THEN 'pain' END, CASE WHEN answer_3 < 0 THEN 'sleep' END, CASE WHEN answer_4 < 0 THEN 'time' END], ';'), '') AS invalid_answers,
  'clinic' AS rule_set,
  '1.0.0' AS rule_set_version,
  'sha256:555707cd259ef5451f42ea4e1176e1645379a1b7b6c91cfd079b712570cf2dc3' AS rule_set_digest
FROM placed
;
