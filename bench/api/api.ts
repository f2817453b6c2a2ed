import type { Report } from "../report";
import { type Act, acts, type Measured, measureArchive } from "./archive";
import { createLoad, type Figures, summary } from "./load";
import { cpuMeter, holdWorker } from "./processes";
import { type Operation, operations, type Way, ways } from "./requests";
import { startProduct } from "./start-product";
import { printRows } from "./table";
import { createWorkspace, type Workspace } from "./workspace";

const WARMING_SECONDS = 1;
/** Documents of the project that is restricted and opened again. */
const ARCHIVE = 10_000;

type Options = {
  against?: string;
  url?: string;
  rounds?: string;
  documents?: string;
  clients?: string;
  seconds?: string;
  only?: string;
  archive?: string;
};

type Plan = {
  sizes: number[];
  clients: number[];
  seconds: number;
  rounds: number;
  operations: Operation[];
  archive: number;
};

type Build = Awaited<ReturnType<typeof startBuild>>;
type Place = { build: Build; workspace: Workspace; load: ReturnType<typeof createLoad> };
type Series = { operation: Operation; way: Way; clients: number; documents: number };
type Row = Series & { name: string; rounds: Figures[] };
type ArchiveRow = { name: string; documents: number; act: Act; rounds: Measured[] };

/**
 * Measures the API of the product that the bench starts, by both ways and at several sizes. With `against` two builds take turns at each
 * measurement, so that what else the machine does meets both.
 */
export async function api(options: Options): Promise<Report> {
  const plan = planOf(options);
  const port = Number(new URL(options.url ?? "http://localhost:4150").port);
  const builds: Build[] = [];
  try {
    builds.push(await startBuild("now", ".", port));
    if (options.against) builds.push(await startBuild("before", options.against, port + 3));
    const rows: Row[] = [];
    const archiveRows: ArchiveRow[] = [];
    for (const documents of plan.sizes) {
      const places = await fillAll(builds, { documents, archive: plan.archive });
      const release = builds.map(({ dataDirectory }) => holdWorker(dataDirectory));
      try {
        rows.push(...(await measureRequests(places, plan)));
        if (plan.archive > 0) archiveRows.push(...(await measureArchives(places, plan.rounds)));
      } finally {
        for (const each of release) each();
      }
    }
    return reportOf(rows, archiveRows);
  } finally {
    await Promise.all(builds.map(({ stop }) => stop()));
  }
}

function planOf(given: Options): Plan {
  const only = given.only?.split(",");
  return {
    sizes: numbers(given.documents ?? "10000"),
    clients: numbers(given.clients ?? "1,50"),
    seconds: Number(given.seconds ?? 3),
    rounds: Number(given.rounds ?? 1),
    operations: operations.filter((each) => !only || only.includes(each)),
    archive: !only || only.includes("archive") ? Number(given.archive ?? ARCHIVE) : 0,
  };
}

const numbers = (list: string) => list.split(",").map(Number);

async function startBuild(name: string, checkout: string, port: number) {
  console.error(`Starting ${name} (${checkout})`);
  const product = await startProduct(checkout, port);
  return { name, ...product, cpu: await cpuMeter(product.dataDirectory) };
}

async function fillAll(
  builds: readonly Build[],
  size: { documents: number; archive: number },
): Promise<Place[]> {
  const places: Place[] = [];
  for (const build of builds) {
    console.error(`Filling ${build.name} with ${size.documents} documents`);
    const workspace = await createWorkspace(build, size);
    const load = createLoad({ url: build.url, workspace, cpu: build.cpu });
    places.push({ build, workspace, load });
  }
  return places;
}

async function measureRequests(
  places: readonly Place[],
  { operations: chosen, clients, seconds, rounds }: Plan,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const operation of chosen)
    for (const way of ways)
      for (const { load } of places)
        await load.measure({ operation, way, clients: 1, seconds: WARMING_SECONDS });
  for (let round = 0; round < rounds; round += 1)
    for (const operation of chosen)
      for (const way of ways)
        for (const count of clients)
          for (const { build, workspace, load } of inTurn(places, round)) {
            const series = { operation, way, clients: count, documents: workspace.documents };
            const figures = await load.measure({ ...series, seconds });
            if (figures) note(rows, { ...series, name: build.name }, figures);
          }
  return rows;
}

/** The one that begins changes with each round. */
function inTurn<Item>(items: readonly Item[], round: number): Item[] {
  return round % 2 === 0 ? [...items] : items.toReversed();
}

function note(rows: Row[], of: Series & { name: string }, figures: Figures): void {
  const found = rows.find((row) => row.name === of.name && isSame(row, of));
  if (found) found.rounds.push(figures);
  else rows.push({ ...of, rounds: [figures] });
}

function isSame(one: Series, other: Series): boolean {
  const keys = ["operation", "way", "clients", "documents"] as const;
  return keys.every((key) => one[key] === other[key]);
}

async function measureArchives(places: readonly Place[], rounds: number): Promise<ArchiveRow[]> {
  const rows = places.flatMap(({ build: { name }, workspace: { documents } }) =>
    acts.map((act): ArchiveRow => ({ name, documents, act, rounds: [] })),
  );
  for (let round = 0; round < rounds; round += 1)
    for (const { build, workspace } of inTurn(places, round)) {
      console.error(`Archive of ${build.name}, ${workspace.documents} documents`);
      const measured = await measureArchive(workspace, build.cpu);
      for (const row of rows) if (row.name === build.name) row.rounds.push(measured[row.act]);
    }
  return rows;
}

/** Prints tables; returns the same flat. */
function reportOf(rows: readonly Row[], archiveRows: readonly ArchiveRow[]): Report {
  const requests = rows.map((row) => ({
    name: row.name,
    label: [row.way, row.operation, row.clients, row.documents],
    figures: summary(row.rounds),
  }));
  const archives = archiveRows.map(({ name, act, documents, rounds }) => ({
    name,
    label: [act, documents],
    figures: {
      seconds: Math.min(...rounds.map(({ seconds }) => seconds)),
      cpu_seconds: Math.min(...rounds.map(({ cpuSeconds }) => cpuSeconds)),
    },
  }));
  return {
    ...printRows(["way", "operation", "clients", "documents"], requests),
    ...printRows(["act", "documents"], archives),
  };
}
