/**
 * `lost`: acknowledged events without a run that completed. `doubled`: runs beyond the first of one event, and steps that began again
 * after their result was kept. `stuck`: runs that never ended. `failed`: runs that ended otherwise. All must be zero.
 *
 * `stale` counts repeated steps that nobody can prevent. A worker that stalled just before a step's first line runs the step when it wakes,
 * though another has done it meanwhile. It may do so once for a run, right after it woke; every further one counts as doubled.
 */
export type Verdict = {
  acknowledged: number;
  steps: number;
  lost: number;
  doubled: number;
  stuck: number;
  failed: number;
  stale: number;
};

/** A worker that was stopped and went on, by the machine's monotonic clock. */
export type Stall = { worker: string; wokeAt: number };

type Line = { micros: number; key: string; step: string; worker: string };

/** Compares what was promised with what the tables say and what the ledger saw. */
export async function judge(
  owner: (statement: string) => Promise<unknown[]>,
  seen: { acknowledged: ReadonlySet<string>; lines: readonly Line[]; stalls: readonly Stall[] },
): Promise<Verdict> {
  const { acknowledged, lines, stalls } = seen;
  const runs = runsFrom(
    await owner(
      `select e.data ->> 'key' as key, r.state, r.output #>> '{}' as output
         from engine.run r join engine.event e on e.id = r.event_id where e.data ? 'key'`,
    ),
  );
  const kept = keptFrom(
    await owner(
      `select e.data ->> 'key' as key, s.name as step, (extract(epoch from s.finished_at) * 1e6)::text as micros
         from engine.step s join engine.run r on r.id = s.run_id join engine.event e on e.id = r.event_id
        where s.state = 'done' and e.data ? 'key'`,
    ),
  );
  const keptAt = new Map(kept.map(({ key, step, micros }) => [`${key} ${step}`, Number(micros)]));
  const completed = new Set(
    runs.filter((run) => run.state === "completed" && run.output === run.key).map(({ key }) => key),
  );
  const again = lines.filter(
    ({ key, step, micros }) => wall(micros) > (keptAt.get(`${key} ${step}`) ?? Infinity) + MARGIN,
  );
  const stale = again.filter((line) => isFirstAfterWaking(line, lines, stalls));
  return {
    acknowledged: acknowledged.size,
    steps: kept.length,
    lost: [...acknowledged].filter((key) => !completed.has(key)).length,
    doubled: runs.length - new Set(runs.map(({ key }) => key)).size + again.length - stale.length,
    stuck: runs.filter(({ state }) => ["queued", "running", "sleeping"].includes(state)).length,
    failed: runs.filter(({ state }) => ["failed", "cancelled"].includes(state)).length,
    stale: stale.length,
  };
}

function isFirstAfterWaking(line: Line, lines: readonly Line[], stalls: readonly Stall[]) {
  return stalls.some(({ worker, wokeAt }) => {
    const isSoon = line.worker === worker && line.micros > wokeAt && line.micros < wokeAt + 500_000;
    const before = lines.filter(
      (other) =>
        other.worker === worker &&
        other.key === line.key &&
        other.micros > wokeAt &&
        other.micros < line.micros,
    );
    // Of two parallel steps both may have been about to begin.
    const isAside = before.length === 1 && isSide(line) && before.every(isSide);
    return isSoon && (before.length === 0 || isAside);
  });
}

const isSide = ({ step }: Line) => step === "left" || step === "right";

/** Reading two clocks of one machine differs by less than this, in microseconds. */
const MARGIN = 2000;
const offset =
  (performance.timeOrigin + performance.now()) * 1000 - Number(process.hrtime.bigint() / 1000n);
const wall = (micros: number) => micros + offset;

/** Safe: the columns are those of the statement above. */
function runsFrom(rows: unknown[]) {
  return rows as { key: string; state: string; output: string | null }[];
}

/** Safe: the columns are those of the statement above. */
function keptFrom(rows: unknown[]) {
  return rows as { key: string; step: string; micros: string }[];
}
