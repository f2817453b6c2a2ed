import { createHash, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

import { startOn } from "../api/start-product";
import { filesBelow, ingestFiles } from "../product/ingest";
import { type Person, type Product, sampleSignIn, signIn, signUp } from "../product/product";
import { allSettled } from "../product/settled";

export type Desk = {
  product: Product;
  /** The name of a document's file; of an attachment, that of the mail it came in. */
  fileNameOf: (documentId: string) => string | null;
};

type Options = { keep?: string; url?: string; data?: string };

const People = z.record(z.string(), z.object({ email: z.string(), password: z.string() }));

/**
 * Starts a product, or uses the one that runs at `url`. Each collection becomes a workspace of its own, filled and ready. The next run
 * uses the directory `keep` again; without it everything is removed at the end.
 */
export async function openDesks({ keep, url, data }: Options, files: Record<string, string[]>) {
  const directory = keep ?? (await mkdtemp(join(tmpdir(), "besunny-bench-answer-")));
  const dataDirectory = join(directory, "data");
  await mkdir(dataDirectory, { recursive: true, mode: 0o711 });
  const running = url ? { url, stop: async () => {} } : await startOn(dataDirectory, ".", 4150);
  const desks = new Map<string, Desk>();

  return {
    async deskOf(collection: string): Promise<Desk> {
      const known = desks.get(collection);
      if (known) return known;
      const product =
        collection === "sample"
          ? await signIn(running.url, await sampleSignIn(dataDirectory))
          : await filled(running.url, directory, {
              collection,
              files: await filesOf(collection, files, data),
            });
      await allSettled(product);
      const desk = { product, fileNameOf: await fileNames(product) };
      desks.set(collection, desk);
      return desk;
    },
    async close(): Promise<void> {
      await running.stop();
      if (!keep) await rm(directory, { recursive: true, force: true });
    },
  };
}

async function filesOf(
  collection: string,
  named: Record<string, string[]>,
  data: string | undefined,
): Promise<string[]> {
  if (!data) throw new Error("Say where the collections are: --data DIR");
  return named[collection]?.map((file) => join(data, file)) ?? filesBelow(join(data, collection));
}

type Filling = { collection: string; files: string[] };

/** The product for the owner of a workspace with these files and no others. */
async function filled(url: string, directory: string, { collection, files }: Filling) {
  const path = join(directory, "people.json");
  const people = People.parse(JSON.parse(await readFile(path, "utf8").catch(() => "{}")));
  const key = `${collection} ${createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12)}`;
  const known = people[key];
  if (known) return signIn(url, known);

  const person: Person = {
    email: `bench-${randomUUID()}@example.com`,
    password: "a password for the bench",
  };
  await signUp(url, person, collection);
  const product = await signIn(url, person);
  console.error(`${collection}: ${files.length} files are read`);
  const { ready, refused, lost, not_taken, seconds } = await ingestFiles(product, files);
  console.error(
    `${collection}: ${ready} ready, ${refused} refused, ${lost} lost, ${not_taken} not taken in ${Math.round(Number(seconds))} s`,
  );
  if (Number(lost) + Number(not_taken) > 0)
    throw new Error(`The workspace of ${collection} is not complete`);
  await writeFile(path, JSON.stringify({ ...people, [key]: person }, null, 2), { mode: 0o600 });
  return product;
}

async function fileNames({ trpc }: Product): Promise<Desk["fileNameOf"]> {
  const names = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const page: { items: { id: string; fileName: string }[]; nextCursor: string | null } =
      await trpc.documents.list.query({ limit: 200, cursor });
    for (const { id } of page.items) {
      const { fileName, parent } = await trpc.documents.get.query({ id });
      const root = parent ? await trpc.documents.get.query({ id: parent.id }) : null;
      names.set(id, root?.fileName ?? fileName);
    }
    cursor = page.nextCursor;
  } while (cursor);
  return (id) => names.get(id) ?? null;
}
