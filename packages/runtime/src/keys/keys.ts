import type { Clock, Log } from "@besunny/core/context";
import type { PlatformDatabase } from "@besunny/db/platform/platform-database";
import type { Env } from "../env";
import type { Places } from "../places";
import { chooseFiles } from "./choose-files";
import { createKeyRing } from "./key-ring";
import { createKeyTree } from "./key-tree";
import { createMainKeys } from "./main-keys";
import { createSealer } from "./sealer";
import { createSealingKeys } from "./sealing-keys";
import { createSigner } from "./signer";

type Given = { env: Env; places: Places; db: PlatformDatabase; clock: Clock; log: Log };

/** Builds what works with keys: files, secrets, signatures, and the tree of the keys itself. */
export async function createKeys({ env, places, db, clock, log }: Given) {
  const mainKeys = createMainKeys({ dataDirectory: places.data, env });
  const ring = createKeyRing({ store: db.workspaceKeys, mainKeys, clock });
  const files = await chooseFiles(env, places, ring);
  const sealing = await createSealingKeys({ ring, mainKeys, log });
  const [current = "", ...before] = await mainKeys.texts();
  return {
    files,
    sealer: createSealer(sealing.now),
    signer: createSigner({ current, before }),
    tree: createKeyTree({ db, ring, mainKeys, files, clock, log }),
    close: () => sealing.close(),
  };
}
