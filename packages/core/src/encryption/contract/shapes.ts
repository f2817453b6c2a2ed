import { z } from "zod";

import { count, instant } from "../../shapes";
import { mainKeyPlaces } from "../../system";

export const keyStates = ["active", "retired", "destroyed"] as const;
export const keyEventKinds = ["created", "wrapped", "retired", "destroyed"] as const;
/** The main key by its name, which says nothing of it. */
export const MainKey = z.object({ id: z.string(), place: z.enum(mainKeyPlaces) });

/** A version of a workspace's key. `kekId` names the main key that wraps it. */
export const KeyVersion = z.object({
  version: count,
  state: z.enum(keyStates),
  kekId: z.string().nullable(),
  createdAt: instant,
});

/** Counts of the files that are encrypted with `version` of the key. `endedAt` is null while some are not, or failed. */
export const FileProgress = z.object({
  version: count,
  files: count,
  renewed: count,
  failed: count,
  beganAt: instant,
  endedAt: instant.nullable(),
});

/** An event in the life of a version of a key. */
export const KeyEvent = z.object({
  id: z.string(),
  version: count,
  kind: z.enum(keyEventKinds),
  kekId: z.string().nullable(),
  at: instant,
});

/** The keys of a workspace. `versions` is empty before its first file. */
export const EncryptionState = z.object({
  mainKey: MainKey,
  versions: z.array(
    KeyVersion.extend({
      wrappedAt: instant,
      retiredAt: instant.nullable(),
      destroyedAt: instant.nullable(),
    }),
  ),
  files: FileProgress.nullable(),
  history: z.array(KeyEvent),
});
export type EncryptionState = z.infer<typeof EncryptionState>;
