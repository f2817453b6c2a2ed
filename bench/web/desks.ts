import { setTimeout as sleep } from "node:timers/promises";

import { createWorkspace } from "../api/workspace";
import { type Product, signIn, signUp } from "../product/product";
import { threePagePdf } from "../product/three-page-pdf";

const PASSWORD = "a password for the bench";
const SAMPLES = 24;
const READ_MS = 120_000;

/** A workspace as a person at a browser has it, and the addresses of its main screens. */
export type Desk = { product: Product; screens: Record<string, string> };

/** Makes a workspace with about so many documents. One of them is a PDF of three pages, unless there are none. */
export async function fillDesk(
  product: { url: string; dataDirectory: string },
  rows: number,
): Promise<Desk> {
  const screens = {
    sign_in: "/sign-in",
    home: "/",
    library: "/library",
    search: "/search?q=rent",
    ask: "/ask",
    projects: "/projects",
    batches: "/batches",
    settings: "/settings",
    trash: "/trash",
  };
  if (rows === 0) {
    const person = { email: "empty@example.com", password: PASSWORD };
    await signUp(product.url, person, "Empty");
    return { product: await signIn(product.url, person), screens };
  }
  const documents = Math.max(1, rows - SAMPLES);
  const { owner, keys } = await createWorkspace(product, { documents, archive: 0 });
  const id = await addPdf(owner, keys[0] ?? "");
  return { product: owner, screens: { ...screens, document: `/documents/${id}` } };
}

async function addPdf(owner: Product, key: string): Promise<string> {
  const form = new FormData();
  const bytes = Uint8Array.from(await threePagePdf(1));
  form.set("file", new File([bytes], "three-pages.pdf", { type: "application/pdf" }));
  const response = await fetch(`${owner.url}/api/v1/documents`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body: form,
  });
  if (!response.ok) throw new Error(`The upload was refused: ${await response.text()}`);
  const id = response.headers.get("location")?.split("/").at(-1);
  if (!id) throw new Error("The upload did not say where its document is.");
  const giveUpAt = Date.now() + READ_MS;
  while (
    ["pending", "processing"].includes((await owner.trpc.documents.get.query({ id })).status)
  ) {
    if (Date.now() > giveUpAt) throw new Error("The PDF was not read in two minutes.");
    await sleep(500);
  }
  return id;
}
