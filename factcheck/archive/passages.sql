-- Which articles have a passage that may be told nearly alike in the other: they share a band of a
-- MinHash sketch.
--
--   bands (key, article)  the bands of all passages of the archive
WITH counted AS (
  SELECT b.key AS counted_key, COUNT(*) AS holders
  FROM bands AS b GROUP BY b.key HAVING COUNT(*) BETWEEN 2 AND {most}
),
shared AS (
  SELECT b.key AS shared_key, b.article AS holder
  FROM bands AS b JOIN counted AS c ON b.key = c.counted_key
),
pairs AS (
  SELECT s.holder AS pair_one, t.holder AS pair_two, COUNT(*) AS together
  FROM shared AS s JOIN shared AS t ON s.shared_key = t.shared_key
  WHERE s.holder < t.holder
  GROUP BY s.holder, t.holder
)
SELECT p.pair_one AS one, p.pair_two AS two, CAST(p.together AS BIGINT) AS together
FROM pairs AS p ORDER BY p.pair_one, p.pair_two
