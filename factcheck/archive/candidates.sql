-- Which articles may speak of the same things: the candidate join, the frequency cut of keys and
-- the best few for each article asked about. The same text runs on DuckDB and on Daft.
--
--   probes (key, article, named)  the keys of the articles asked about
--   held   (key, article, named)  the keys of all articles of the archive
--
-- `named` is 1 where a key is a name, else 0.
--
-- A key that more than {cut} articles hold says too little and would pair everyone with everyone.
-- Whole bits stand for how rare a key is (halving the articles that hold it adds one), so that the
-- sums are exact and the same on every engine. Articles on one story share names; articles written
-- from one form on two towns share all but the names, so names alone have to come to {names} bits.
WITH asked AS (
  SELECT DISTINCT p.key AS asked_key FROM probes AS p
),
counted AS (
  SELECT h.key AS counted_key, COUNT(*) AS holders
  FROM held AS h JOIN asked AS a ON h.key = a.asked_key
  GROUP BY h.key
),
rare AS (
  SELECT c.counted_key AS rare_key,
    CASE WHEN c.holders <= 2 THEN 9 WHEN c.holders <= 4 THEN 8 WHEN c.holders <= 8 THEN 7
         WHEN c.holders <= 16 THEN 6 WHEN c.holders <= 32 THEN 5 WHEN c.holders <= 64 THEN 4
         WHEN c.holders <= 128 THEN 3 WHEN c.holders <= 256 THEN 2 ELSE 1 END AS bits
  FROM counted AS c WHERE c.holders <= {cut}
),
probing AS (
  SELECT p.key AS probing_key, p.article AS probe, r.bits AS probing_bits,
    r.bits * p.named AS name_bits
  FROM probes AS p JOIN rare AS r ON p.key = r.rare_key
),
pairs AS (
  SELECT q.probe AS pair_probe, h.article AS pair_found,
    SUM(q.probing_bits) AS score, COUNT(*) AS shared
  FROM probing AS q JOIN held AS h ON q.probing_key = h.key
  WHERE q.probe <> h.article
  GROUP BY q.probe, h.article
  HAVING SUM(q.probing_bits) >= {floor} AND SUM(q.name_bits) >= {names}
),
ranked AS (
  SELECT t.pair_probe AS probe, t.pair_found AS found, t.score AS score, t.shared AS shared,
    ROW_NUMBER() OVER (PARTITION BY t.pair_probe ORDER BY t.score DESC, t.pair_found) AS place
  FROM pairs AS t
)
SELECT k.probe, k.found, CAST(k.score AS BIGINT) AS score, CAST(k.shared AS BIGINT) AS shared,
  CAST(k.place AS BIGINT) AS place
FROM ranked AS k WHERE k.place <= {top}
ORDER BY k.probe, k.place
