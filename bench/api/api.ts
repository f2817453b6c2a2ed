import { createLoad, doors, type Figures, summary } from "./load";
import { fill } from "./people";
import { startProduct } from "./start-product";
import type { Report } from "../report";

const DOCUMENTS = 300;
const ROUNDS = 4;
/** Requests of a round by how many clients ask at once. */
const requestsOf = new Map([
  [1, 200],
  [50, 1000],
]);
const WARMING = 40;

type Subject = { name: string; load: ReturnType<typeof createLoad>; stop: () => Promise<void> };
type Options = { against?: string; limit?: string; rounds?: string; url?: string };
type Measured = { name: string; door: string; clients: number; rounds: Figures[] };

/** The REST doors by one client and by fifty; with `against` two builds take turns, so that what else the machine does meets both. */
export async function api({ against, limit, rounds, url }: Options): Promise<Report> {
  const documents = Number(limit ?? DOCUMENTS);
  const port = Number(new URL(url ?? "http://localhost:4150").port);
  const subjects: Subject[] = [];
  try {
    subjects.push(await aSubject("now", ".", port, documents));
    if (against) subjects.push(await aSubject("before", against, port + 3, documents));
    return told(await measureAll(subjects, Number(rounds ?? ROUNDS)), Boolean(against));
  } finally {
    await Promise.all(subjects.map(({ stop }) => stop()));
  }
}

async function aSubject(
  name: string,
  checkout: string,
  port: number,
  documents: number,
): Promise<Subject> {
  console.error(`Starting and filling ${name} (${checkout})`);
  const { url, stop } = await startProduct(checkout, port);
  try {
    const callers = await fill(url, documents);
    const load = createLoad(url, callers);
    for (const door of doors) await load.measure(door, 1, WARMING);
    return { name, load, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function measureAll(subjects: readonly Subject[], rounds: number): Promise<Measured[]> {
  const measured = subjects.flatMap(({ name }) =>
    doors.flatMap((door) =>
      [...requestsOf.keys()].map(
        (clients): Measured => ({ name, door: door.name, clients, rounds: [] }),
      ),
    ),
  );
  for (let round = 1; round <= rounds; round += 1) {
    console.error(`Round ${round} of ${rounds}`);
    for (const door of doors)
      for (const [clients, requests] of requestsOf)
        for (const { name, load } of subjects) {
          const figures = await load.measure(door, clients, requests);
          measured
            .find(
              (each) => each.name === name && each.door === door.name && each.clients === clients,
            )
            ?.rounds.push(figures);
        }
  }
  return measured;
}

/** Prints a Markdown table; gives the same flat. */
function told(measured: readonly Measured[], isCompared: boolean): Report {
  const report: Report = {};
  const kinds = ["p50_ms", "p95_ms", "p99_ms", "per_second"] as const;
  console.log(`| build | door | clients | ${kinds.join(" | ")} |`);
  console.log(
    `| ----- | ---- | ------- | ${kinds.map((kind) => "-".repeat(kind.length)).join(" | ")} |`,
  );
  const row = (cells: readonly (string | number)[], figures: Record<string, number>) =>
    console.log(
      `| ${[...cells, ...kinds.map((kind) => (figures[kind] ?? 0).toFixed(2))].join(" | ")} |`,
    );

  for (const { name, door, clients, rounds } of measured) {
    const figures = summary(rounds);
    row([name, door, clients], figures);
    const before = measured.find(
      (each) => each.name === "before" && each.door === door && each.clients === clients,
    );
    for (const kind of kinds) report[`${name}_${door}_${clients}_${kind}`] = figures[kind];
    if (!isCompared || name !== "now" || !before) continue;
    const old = summary(before.rounds);
    for (const kind of kinds)
      report[`ratio_${door}_${clients}_${kind}`] = figures[kind] / old[kind];
  }
  if (isCompared)
    for (const { name, door, clients } of measured) {
      if (name !== "now") continue;
      const ratios = kinds.map((kind) => [
        kind,
        Number(report[`ratio_${door}_${clients}_${kind}`]),
      ]);
      row(["now / before", door, clients], Object.fromEntries(ratios));
    }
  return report;
}
