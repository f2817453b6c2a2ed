import { z } from "zod";

import { roles } from "../../access/actions";
import { apps } from "../../identity/contract";
import { count, idIn, instant } from "../../shapes";

export const workspaceId = z.string().regex(/^ws_[0-9A-Za-z_]{1,56}$/, "Give an id of a workspace");
export const userId = z.string().regex(/^usr_[0-9A-Za-z_]{1,56}$/, "Give an id of a person");
export const ofWorkspace = z.object({ id: workspaceId });
export const ofPerson = z.object({ id: userId });

/** Words that the audit log keeps: why somebody did it. */
export const reason = z.string().trim().max(300).default("");

const asked = { text: z.string().trim().max(120).optional() };
export const askedText = asked.text;

/** A workspace as platform admins see it: its numbers, nothing of its documents. `bytes` is the size of the originals. */
export const PlatformWorkspace = z.object({
  id: idIn("ws"),
  name: z.string(),
  createdAt: instant,
  suspendedAt: instant.nullable(),
  members: count,
  documents: count,
  bytes: z.number(),
});

/** One workspace with its people and open invitations. */
export const PlatformWorkspaceDetail = z.object({
  id: idIn("ws"),
  name: z.string(),
  createdAt: instant,
  suspendedAt: instant.nullable(),
  members: z.array(
    z.object({
      userId: idIn("usr"),
      name: z.string(),
      email: z.string(),
      role: z.enum(roles),
      createdAt: instant,
      suspendedAt: instant.nullable(),
    }),
  ),
  invitations: z.array(
    z.object({
      id: idIn("inv"),
      email: z.string(),
      role: z.enum(roles),
      createdAt: instant,
      expiresAt: instant,
    }),
  ),
});

const person = {
  id: idIn("usr"),
  email: z.string(),
  name: z.string(),
  isPlatformAdmin: z.boolean(),
  createdAt: instant,
  suspendedAt: instant.nullable(),
};

export const PlatformPerson = z.object({ ...person, workspaces: count });

/** One person with their places and the sessions that have not ended. */
export const PlatformPersonDetail = z.object({
  ...person,
  memberships: z.array(
    z.object({
      workspace: z.object({ id: idIn("ws"), name: z.string(), suspendedAt: instant.nullable() }),
      role: z.enum(roles),
      createdAt: instant,
    }),
  ),
  sessions: z.array(
    z.object({
      id: idIn("ses"),
      app: z.enum(apps),
      userAgent: z.string(),
      ip: z.string(),
      createdAt: instant,
      lastSeenAt: instant,
    }),
  ),
});

/** A link that is shown once. */
export const OneTimeLink = z.object({ url: z.string(), expiresAt: instant });
