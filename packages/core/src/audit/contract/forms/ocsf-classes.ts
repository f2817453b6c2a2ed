/** The class of an operation in OCSF 1.6, and its activity there. */
export type OcsfPlace = { classUid: 3001 | 3002 | 3004 | 6003; activityId: number };

const logon = { classUid: 3002, activityId: 1 } as const;
const logoff = { classUid: 3002, activityId: 2 } as const;
const account = (activityId: number) => ({ classUid: 3001, activityId }) as const;

/** Operations on sign-ins and accounts. `99` is what OCSF has no number for. */
const known: Readonly<Record<string, OcsfPlace>> = {
  "identity.sign-in": logon,
  "identity.check-api-key": logon,
  "identity.sign-out": logoff,
  "identity.revoke-session": logoff,
  "identity.sign-out-everywhere": logoff,
  "platform.end-sessions": logoff,
  "identity.sign-up": account(1),
  "identity.confirm-sign-up": account(1),
  "identity.accept-invitation": account(1),
  "identity.join-workspace": account(1),
  "platform.invite-person": account(1),
  "platform.resume-person": account(2),
  "identity.change-password": account(3),
  "identity.reset-password": account(4),
  "identity.make-password-reset": account(4),
  "identity.request-password-reset": account(4),
  "platform.reset-person-password": account(4),
  "platform.suspend-person": account(5),
  "identity.close-account": account(6),
  "members.remove-member": account(6),
  "members.leave-workspace": account(6),
};

/** Slices whose operations manage things that others work with. The operations of all other slices are calls of an API. */
const managing = [
  "connections",
  "costs",
  "dashboards",
  "fields",
  "flags",
  "groups",
  "keys",
  "members",
  "platform",
  "projects",
  "redaction",
  "reports",
  "sharing",
  "sources",
  "tags",
  "views",
  "workspaces",
];

const verbs: readonly [number, readonly string[]][] = [
  [
    1,
    [
      "accept",
      "add",
      "begin",
      "create",
      "duplicate",
      "import",
      "invite",
      "make",
      "start",
      "upload",
    ],
  ],
  [
    2,
    [
      "compare",
      "download",
      "explain",
      "export",
      "find",
      "get",
      "list",
      "open",
      "preview",
      "read",
      "record",
      "verify",
    ],
  ],
  [4, ["close", "delete", "disconnect", "end", "forget", "leave", "remove", "revoke", "trash"]],
];
const CHANGING = 3;

/** Returns the class and the activity of an operation by its name. One that changes something and has no verb of its own is an update. */
export function ocsfPlaceOf(operation: string): OcsfPlace {
  const found = known[operation];
  if (found) return found;
  const [slice = "", name = ""] = operation.split(".");
  if (slice === "identity") return account(99);
  const verb = name.split("-")[0] ?? "";
  const activityId = verbs.find(([, words]) => words.includes(verb))?.[0] ?? CHANGING;
  return { classUid: managing.includes(slice) ? 3004 : 6003, activityId };
}
